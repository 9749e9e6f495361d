package com.qliento.bpmn;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stranger's XML: no document type, no entity of its own, nothing fetched, and it stops as soon as the file is
 * larger than a flow may be.
 */
public final class XmlReader {

    public static final int MOST_BYTES = 2 * 1024 * 1024;
    /** Steps, arrows and everything else drawn in a process or a collaboration. */
    static final int MOST_ELEMENTS = 500;

    private static final int MOST_TAGS = 40_000;
    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 200;
    private static final Set<String> HOLDERS = Set.of(
            "process", "subProcess", "transaction", "adHocSubProcess", "collaboration", "laneSet", "choreography");

    /** Attributes that name another element of the file by a qualified name, or by what tools write as one. */
    private static final Set<String> REFERENCES = Set.of(
            "attachedToRef",
            "bpmnElement",
            "dataObjectRef",
            "dataStoreRef",
            "default",
            "errorRef",
            "escalationRef",
            "messageRef",
            "processRef",
            "signalRef",
            "sourceRef",
            "targetRef");

    private final XMLStreamReader in;
    private String target = "";
    private int tags;
    private int elements;
    private int depth;

    private XmlReader(XMLStreamReader in) {
        this.in = in;
    }

    /** The root element; throws {@link UnreadableFlow} for everything that is not well-formed, small, plain XML. */
    static Xml read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableFlow(Said.of("too-large.bytes"), 0);
        }
        return read(new ByteArrayInputStream(bytes));
    }

    /** The same; reads on no further than to where it refuses. */
    static Xml read(InputStream in) {
        try {
            return new XmlReader(factory().createXMLStreamReader(in)).root();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw notXml(line);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private static UnreadableFlow notXml(int line) {
        return new UnreadableFlow(line > 0 ? Said.of("not-xml.at", line) : Said.of("not-xml"), line);
    }

    private Xml root() throws XMLStreamException {
        Xml root = null;
        Xml open = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = start(open);
                    root = root == null ? open : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open = open == null ? null : open.parent();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(open);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableFlow(Said.of("doctype", line()), line());
                default -> {} // comments and processing instructions say nothing
            }
        }
        if (root == null) {
            throw notXml(0);
        }
        return root;
    }

    private Xml start(@Nullable Xml open) {
        tags++;
        depth++;
        if (depth > DEEPEST || tags > MOST_TAGS) {
            throw new UnreadableFlow(Said.of("too-large"), line());
        }
        if (open == null) {
            target = namespace(in.getAttributeValue(null, "targetNamespace"));
        }
        var element = new Xml(namespace(in.getNamespaceURI()), in.getLocalName(), attributes(), line(), open);
        if (open != null) {
            open.child(element);
            count(open, element);
        }
        return element;
    }

    private void count(Xml open, Xml element) {
        if (element.bpmn()
                && open.bpmn()
                && HOLDERS.contains(open.tag())
                && !element.id().isEmpty()) {
            elements++;
        }
        if (elements > MOST_ELEMENTS) {
            throw new UnreadableFlow(Said.of("too-many-elements", MOST_ELEMENTS), element.line());
        }
    }

    private Map<String, String> attributes() {
        if (in.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new UnreadableFlow(Said.of("too-large"), line());
        }
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = namespace(in.getAttributeNamespace(i));
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i);
            attributes.put(
                    namespace.isEmpty() ? name : "{" + namespace + "}" + name,
                    namespace.isEmpty() && REFERENCES.contains(name) ? local(value) : value);
        }
        return attributes;
    }

    /**
     * The id that a reference to this file names, whatever prefix it has. One whose prefix stands for another namespace, or
     * for none, names nothing here and stays as it is.
     */
    private String local(String reference) {
        String name = reference.strip();
        int colon = name.indexOf(':');
        boolean ours = colon > 0 && !target.isEmpty() && target.equals(in.getNamespaceURI(name.substring(0, colon)));
        return ours ? name.substring(colon + 1) : reference;
    }

    private void append(@Nullable Xml open) {
        if (open != null) {
            open.append(in.getText());
        }
    }

    private int line() {
        return Math.max(0, in.getLocation().getLineNumber());
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }
}
