package com.qliento.ui;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * All that a BPMN file says, one by one: its elements, attributes, texts, what prefixes stand for, and order where it
 * means something. How it is written (prefixes, blanks, comments, forms of a number) is left out.
 */
final class BpmnFacts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/";
    private static final String DRAWING = "http://www.omg.org/spec/DD/20100524/";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final TreeMap<String, Integer> facts = new TreeMap<>();

    private BpmnFacts() {}

    static BpmnFacts of(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        var facts = new BpmnFacts();
        facts.walk(root, "");
        return facts;
    }

    /** What the other does not say, or says more often or less, each with - for missing there and + for new there. */
    List<String> against(BpmnFacts other) {
        var differences = new ArrayList<String>();
        facts.forEach((fact, count) -> {
            if (other.facts.getOrDefault(fact, 0) < count) {
                differences.add("- " + fact);
            }
        });
        other.facts.forEach((fact, count) -> {
            if (facts.getOrDefault(fact, 0) < count) {
                differences.add("+ " + fact);
            }
        });
        return differences;
    }

    private void walk(Element element, String place) {
        var here = place + "/" + name(element);
        say("element " + here);
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(element, (Attr) attributes.item(i), here);
        }
        var id = element.getAttribute("id");
        var within = id.isEmpty() ? here : "#" + id;
        var content = content(element);
        content.stream().filter(String.class::isInstance).forEach(text -> say("text " + here + " " + text));
        if (inOrder(element)) {
            say("order " + here + " "
                    + content.stream()
                            .map(part -> part instanceof Element child ? name(child) + where(child) : "text")
                            .toList());
        }
        content.forEach(part -> {
            if (part instanceof Element child) {
                walk(child, within);
            }
        });
    }

    /** In extensions of others anything may mean something; the points of a line surely do. */
    private static boolean inOrder(Element element) {
        return !Objects.toString(element.getNamespaceURI(), "").startsWith(BPMN)
                || element.getLocalName().equals("BPMNEdge");
    }

    private static String where(Element child) {
        return child.getLocalName().equals("waypoint")
                ? number(child.getAttribute("x")) + "," + number(child.getAttribute("y"))
                : "";
    }

    private void attribute(Element element, Attr attribute, String here) {
        var space = Objects.toString(attribute.getNamespaceURI(), "");
        if (space.equals(XMLNS)) {
            if (attribute.getPrefix() != null && element.getParentNode().getNodeType() == Node.DOCUMENT_NODE) {
                say("prefix " + attribute.getLocalName() + " = " + attribute.getValue());
            }
            return;
        }
        say("attribute " + here + " {" + space + "}" + attribute.getLocalName() + "="
                + value(element, space, attribute.getLocalName(), attribute.getValue()));
    }

    private static String value(Element element, String space, String name, String value) {
        if (space.equals(XSI) && name.equals("type")) {
            int colon = value.indexOf(':');
            @Nullable String prefix = colon < 0 ? null : value.substring(0, colon);
            return "{" + element.lookupNamespaceURI(prefix) + "}" + value.substring(colon + 1);
        }
        return Objects.toString(element.getNamespaceURI(), "").startsWith(DRAWING) ? number(value) : value.strip();
    }

    private static String number(String value) {
        try {
            return Double.toString(Double.parseDouble(value));
        } catch (NumberFormatException word) {
            return value.strip();
        }
    }

    private static String name(Element element) {
        var id = element.getAttribute("id");
        var drawn = element.getAttribute("bpmnElement");
        return "{" + element.getNamespaceURI() + "}" + element.getLocalName()
                + (id.isEmpty() ? drawn.isEmpty() ? "" : "@" + drawn : "#" + id);
    }

    /** Elements and the words between them. */
    private static List<Object> content(Element element) {
        var nodes = element.getChildNodes();
        var parts = new ArrayList<Object>();
        var words = new StringBuilder();
        for (int i = 0; i < nodes.getLength(); i++) {
            var node = nodes.item(i);
            if (node instanceof Element) {
                close(words, parts);
                parts.add(node);
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                words.append(node.getNodeValue());
            }
        }
        close(words, parts);
        return parts;
    }

    private static void close(StringBuilder words, List<Object> parts) {
        if (!words.toString().isBlank()) {
            parts.add(words.toString().strip().replaceAll("\\s+", " "));
        }
        words.setLength(0);
    }

    private void say(String fact) {
        facts.merge(fact, 1, Integer::sum);
    }
}
