package com.qliento.rules.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * The ids of a model's elements as every editor takes them. Editors leave out, without a word, what has an id that is
 * none ({@code 1}, {@code row 1}, a bare UUID) or that was there before; the engine decides by it all the same.
 */
public final class DecisionIds {

    /** As dmn-js reads them: XML allows more letters. */
    private static final Pattern ID = Pattern.compile("([A-Za-z][\\w.-]*:)?[A-Za-z_][\\w.-]*");

    private static final Set<String> REFERENCES = Set.of("href", "dmnElementRef");
    private static final QName ATTRIBUTE = new QName("id");

    private final byte[] dmn;
    private final Map<Integer, String> given = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private final List<String> before = new ArrayList<>();

    private DecisionIds(byte[] dmn) {
        this.dmn = dmn;
    }

    /**
     * A file whose ids are ids and differ.
     *
     * @param dmn the file as it came when there was nothing to mend
     * @param before ids that are others now, in the order of the file
     */
    public record Mended(byte[] dmn, List<String> before) {

        /** Shows no more than how many. */
        @Override
        public String toString() {
            return "Mended[" + before.size() + "]";
        }
    }

    /** An element with an id. */
    private record Place(int number, String element, String id, int rank) {}

    /**
     * Gives new ids where an id is none or is there twice, and lets what refers to them go with them; the same file gets
     * the same ids every time. A file that can't be read stays as it is.
     */
    public static Mended mended(byte[] dmn) {
        var ids = new DecisionIds(dmn);
        try {
            ids.decide(ids.places());
            return ids.given.isEmpty()
                    ? new Mended(dmn, List.of())
                    : new Mended(ids.written(), List.copyOf(ids.before));
        } catch (XMLStreamException unreadable) {
            return new Mended(dmn, List.of());
        }
    }

    private List<Place> places() throws XMLStreamException {
        var places = new ArrayList<Place>();
        XMLEventReader in = DecisionXml.input().createXMLEventReader(new ByteArrayInputStream(dmn));
        int depth = 0;
        for (int number = 0; in.hasNext(); ) {
            XMLEvent event = in.nextEvent();
            if (event.isStartElement()) {
                depth++;
                StartElement element = event.asStartElement();
                Attribute id = element.getAttributeByName(ATTRIBUTE);
                if (id != null && ours(element)) {
                    boolean model = element.getName().getNamespaceURI().contains("/MODEL/")
                            || element.getName().getNamespaceURI().endsWith("dmn.xsd");
                    places.add(new Place(
                            number, element.getName().getLocalPart(), id.getValue(), model ? depth <= 2 ? 0 : 1 : 2));
                }
                number++;
            } else if (event.isEndElement()) {
                depth--;
            }
        }
        return places;
    }

    private static boolean ours(StartElement element) {
        return element.getName().getNamespaceURI().contains("omg.org/spec/");
    }

    /** What others refer to keeps its id: decisions and inputs before cells, cells before drawings. */
    private void decide(List<Place> places) {
        var taken = new HashSet<String>();
        places.stream().map(Place::id).filter(id -> ID.matcher(id).matches()).forEach(taken::add);
        var seen = new HashSet<String>();
        places.stream().sorted(Comparator.comparing(Place::rank)).forEach(place -> {
            boolean first = seen.add(place.id());
            if (place.id().isEmpty() || (first && ID.matcher(place.id()).matches())) {
                return;
            }
            String fresh = free(place, taken);
            given.put(place.number(), fresh);
            if (first) {
                moved.put(place.id(), fresh);
            }
        });
        places.stream()
                .filter(place -> given.containsKey(place.number()))
                .map(Place::id)
                .forEach(before::add);
    }

    private static String free(Place place, Set<String> taken) {
        String plain = place.id().strip().replaceAll("[^A-Za-z0-9_.-]+", "-");
        String base = plain.matches("[A-Za-z_].*") ? plain : place.element() + "-" + plain.replaceFirst("^[.-]+", "");
        for (int i = 1; ; i++) {
            String id = i == 1 ? base : base + "-" + i;
            if (taken.add(id)) {
                return id;
            }
        }
    }

    private byte[] written() throws XMLStreamException {
        var bytes = new ByteArrayOutputStream(dmn.length);
        XMLEventReader in = DecisionXml.input().createXMLEventReader(new ByteArrayInputStream(dmn));
        XMLEventWriter out =
                XMLOutputFactory.newDefaultFactory().createXMLEventWriter(bytes, StandardCharsets.UTF_8.name());
        XMLEventFactory events = XMLEventFactory.newDefaultFactory();
        for (int number = 0; in.hasNext(); ) {
            XMLEvent event = in.nextEvent();
            if (event.isStartDocument()) {
                out.add(events.createStartDocument(StandardCharsets.UTF_8.name(), "1.0"));
            } else if (event.isStartElement()) {
                out.add(changed(event.asStartElement(), number++, events));
            } else {
                out.add(event);
            }
        }
        out.close();
        return bytes.toByteArray();
    }

    private StartElement changed(StartElement element, int number, XMLEventFactory events) {
        var attributes = new ArrayList<Attribute>();
        for (Iterator<Attribute> each = element.getAttributes(); each.hasNext(); ) {
            Attribute attribute = each.next();
            String value = attribute.getName().equals(ATTRIBUTE)
                    ? given.getOrDefault(number, attribute.getValue())
                    : ours(element) && REFERENCES.contains(attribute.getName().getLocalPart())
                            ? reference(attribute.getValue())
                            : attribute.getValue();
            attributes.add(events.createAttribute(attribute.getName(), value));
        }
        return events.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    /** An id, alone or behind the address of its model. */
    private String reference(String written) {
        int hash = written.indexOf('#') + 1;
        String id = written.substring(hash);
        return written.substring(0, hash) + moved.getOrDefault(id, moved.getOrDefault(id.replace("%20", " "), id));
    }
}
