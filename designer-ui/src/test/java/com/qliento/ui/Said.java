package com.qliento.ui;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** All that a BPMN file says, one line for each attribute, text and element, so that two files can be compared. */
final class Said {

    private final TreeSet<String> lines = new TreeSet<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private Said() {}

    static TreeSet<String> in(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            var said = new Said();
            said.visit(document.getDocumentElement(), "");
            return said.lines;
        } catch (Exception broken) {
            throw new AssertionError("no XML: " + xml.substring(0, Math.min(300, xml.length())), broken);
        }
    }

    private void visit(Element element, String parent) {
        var kind = "{" + element.getNamespaceURI() + "}" + element.getLocalName();
        var name = element.hasAttribute("id") ? "#" + element.getAttribute("id") : unnamed(element, parent, kind);
        lines.add(name + " is " + kind + " in " + parent);
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                lines.add(name + " {" + attribute.getNamespaceURI() + "}" + attribute.getLocalName() + "="
                        + attribute.getNodeValue().strip());
            }
        }
        var leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                visit(inner, name);
            }
        }
        if (leaf && !element.getTextContent().isBlank()) {
            lines.add(name + " says " + element.getTextContent().strip());
        }
    }

    /** Without an id it is known by where it is, and by what it says: references may change places among each other. */
    private String unnamed(Element element, String parent, String kind) {
        var name = parent + "/" + kind + element.getAttribute("bpmnElement");
        if (element.getAttributes().getLength() == 0
                && element.getElementsByTagName("*").getLength() == 0) {
            name += element.getTextContent().strip();
        }
        return name + "[" + seen.merge(name, 1, Integer::sum) + "]";
    }
}
