package com.qliento.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An XML element of a flow's file: only what the checker and the compiler look at, with its line. */
public final class Xml {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** Camunda's parser reads the extensions of its ancestor too. */
    static final String ACTIVITI = "http://activiti.org/bpmn";

    private final String namespace;
    private final String tag;
    private final Map<String, String> attributes;
    private final int line;
    private final @Nullable Xml parent;
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** @param attributes by local name; those of a namespace as <code>{namespace}name</code> */
    Xml(String namespace, String tag, Map<String, String> attributes, int line, @Nullable Xml parent) {
        this.namespace = namespace;
        this.tag = tag;
        this.attributes = attributes;
        this.line = line;
        this.parent = parent;
    }

    public static boolean camunda(String namespace) {
        return namespace.equals(CAMUNDA) || namespace.equals(ACTIVITI);
    }

    Xml child(Xml child) {
        children.add(child);
        return child;
    }

    void append(String more) {
        text.append(more);
    }

    public String namespace() {
        return namespace;
    }

    public String tag() {
        return tag;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public int line() {
        return line;
    }

    @Nullable
    public Xml parent() {
        return parent;
    }

    public List<Xml> children() {
        return children;
    }

    /** The element's own text, without that of its children, stripped. */
    public String text() {
        return text.toString().strip();
    }

    public boolean is(String localName) {
        return namespace.equals(BPMN) && tag.equals(localName);
    }

    public boolean bpmn() {
        return namespace.equals(BPMN);
    }

    /** The attribute of this local name and no namespace; empty when missing. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** A Camunda extension attribute, in either of the namespaces the engine reads; empty when missing. */
    public String camundaAttribute(String name) {
        String value = attributes.get("{" + CAMUNDA + "}" + name);
        return value != null ? value : attributes.getOrDefault("{" + ACTIVITI + "}" + name, "");
    }

    public String id() {
        return attribute("id");
    }

    /** The name as drawn, on one line. */
    public String name() {
        return attribute("name").strip().replaceAll("\\s+", " ");
    }

    public Stream<Xml> all(String localName) {
        return children.stream().filter(child -> child.is(localName));
    }

    public Optional<Xml> first(String localName) {
        return all(localName).findFirst();
    }

    /** This element and everything below it, in document order. */
    public Stream<Xml> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::tree));
    }
}
