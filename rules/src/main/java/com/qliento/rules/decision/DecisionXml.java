package com.qliento.rules.decision;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Copies a stranger's DMN file and leaves out everything that decides nothing: pictures, extensions, attributes that no
 * one here asks for (the library's reader would take some of them for names of Java classes). No document type, no
 * entity of its own, nothing fetched, and it stops where the file becomes larger than a model may be.
 */
final class DecisionXml {

    static final int MOST_CHARACTERS = 8_000_000;
    static final int MOST_ROWS = 5_000;

    private static final int MOST_ELEMENTS = 600_000;
    private static final int DEEPEST = 60;
    private static final Pattern DMN =
            Pattern.compile("https?://www\\.omg\\.org/spec/DMN/[0-9]{8}/(?:MODEL/|dmn\\.xsd)");
    private static final Set<String> LEFT_OUT = Set.of(
            "extensionElements",
            "description",
            "question",
            "allowedAnswers",
            "elementCollection",
            "textAnnotation",
            "association",
            "group",
            "performanceIndicator",
            "organizationUnit",
            "annotation",
            "annotationEntry");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "namespace",
            "label",
            "typeRef",
            "expressionLanguage",
            "typeLanguage",
            "isCollection",
            "hitPolicy",
            "aggregation",
            "preferredOrientation",
            "outputLabel",
            "kind",
            "href",
            "importType",
            "locationURI",
            "iteratorVariable",
            "outputTypeRef");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int elements;
    private int depth;
    private int rows;
    private int leftOut;
    private String name = "";

    private DecisionXml(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    /** A model as it was copied, and the name it gives itself. */
    record Clean(String xml, String name) {}

    /** The same model, clean; throws {@link InvalidDecision}. */
    static Clean clean(String file) {
        return clean(file.length(), () -> input().createXMLStreamReader(new StringReader(file)));
    }

    /** The same of a file in the encoding that it says. */
    static Clean clean(byte[] file) {
        return clean(file.length, () -> input().createXMLStreamReader(new ByteArrayInputStream(file)));
    }

    private interface Source {

        XMLStreamReader open() throws XMLStreamException;
    }

    private static Clean clean(int size, Source source) {
        if (size > MOST_CHARACTERS) {
            throw unreadable("too-large", MOST_CHARACTERS / 1_000_000);
        }
        var clean = new StringWriter(size / 2);
        try {
            var copy = new DecisionXml(
                    source.open(), XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(clean));
            copy.copy();
            return new Clean(clean.toString(), copy.name);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw unreadable("not-xml", line);
        }
    }

    static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private void copy() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unreadable("doctype");
                default -> {} // comments and processing instructions decide nothing
            }
        }
        out.flush();
    }

    private void start() throws XMLStreamException {
        elements++;
        depth++;
        if (elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw unreadable("too-large", MOST_CHARACTERS / 1_000_000);
        }
        boolean dmn = in.getNamespaceURI() != null
                && DMN.matcher(in.getNamespaceURI()).matches();
        if (depth == 1 && !(dmn && in.getLocalName().equals("definitions"))) {
            throw unreadable("not-dmn");
        }
        if (leftOut > 0 || !dmn || LEFT_OUT.contains(in.getLocalName())) {
            leftOut++;
            return;
        }
        countRows();
        out.writeStartElement(in.getLocalName());
        if (depth == 1) {
            name = Objects.requireNonNullElse(in.getAttributeValue(null, "name"), "")
                    .strip();
            out.writeDefaultNamespace(in.getNamespaceURI());
        }
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            if (in.getNamespacePrefix(i) != null) {
                out.writeNamespace(in.getNamespacePrefix(i), in.getNamespaceURI(i));
            }
        }
        attributes();
    }

    private void countRows() {
        if (in.getLocalName().equals("decisionTable")) {
            rows = 0;
        } else if (in.getLocalName().equals("rule") && ++rows > MOST_ROWS) {
            throw unreadable("too-many-rows", MOST_ROWS);
        }
    }

    private void attributes() throws XMLStreamException {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            boolean plain = in.getAttributeNamespace(i) == null
                    || in.getAttributeNamespace(i).isEmpty();
            if (plain && ATTRIBUTES.contains(in.getAttributeLocalName(i))) {
                out.writeAttribute(in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
    }

    private void end() throws XMLStreamException {
        depth--;
        if (leftOut > 0) {
            leftOut--;
        } else {
            out.writeEndElement();
        }
    }

    private void text() throws XMLStreamException {
        if (leftOut == 0 && depth > 0) {
            out.writeCharacters(in.getText());
        }
    }

    private static InvalidDecision unreadable(String code, Object... arguments) {
        return new InvalidDecision(DecisionProblem.error(code, DecisionPlace.MODEL, arguments));
    }
}
