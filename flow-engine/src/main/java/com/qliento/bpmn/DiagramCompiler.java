package com.qliento.bpmn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Takes over where the steps and arrows that run are drawn; everything else of the drawing stays in the author's file. */
final class DiagramCompiler {

    private final FlowModel flow;
    private final XmlWriter out;

    DiagramCompiler(FlowModel flow, XmlWriter out) {
        this.flow = flow;
        this.out = out;
    }

    void write(String processKey) {
        List<Xml> drawn = flow.source()
                .definitions()
                .tree()
                .filter(element -> element.namespace().equals(Xml.BPMNDI))
                .filter(element ->
                        element.tag().equals("BPMNShape") || element.tag().equals("BPMNEdge"))
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        out.open("bpmndi:BPMNDiagram");
        out.open("bpmndi:BPMNPlane").attribute("bpmnElement", processKey);
        drawn.stream().filter(d -> d.tag().equals("BPMNShape")).forEach(this::shape);
        drawn.stream().filter(d -> d.tag().equals("BPMNEdge")).forEach(this::edge);
        out.close().close();
    }

    private void shape(Xml shape) {
        String element = shape.attribute("bpmnElement");
        Optional<Xml> bounds = child(shape, Xml.DC, "Bounds").filter(b -> numbers(b, "x", "y", "width", "height"));
        if (flow.runs(element) && bounds.isPresent()) {
            out.open("bpmndi:BPMNShape").attribute("bpmnElement", element);
            copy("dc:Bounds", bounds.get(), "x", "y", "width", "height");
            out.close();
        }
    }

    private void edge(Xml edge) {
        String element = edge.attribute("bpmnElement");
        Arrow arrow = flow.arrows().get(element);
        List<Xml> points = edge.children().stream()
                .filter(point -> point.namespace().equals(Xml.DI) && point.tag().equals("waypoint"))
                .filter(point -> numbers(point, "x", "y"))
                .toList();
        if (arrow != null && flow.runs(arrow.source()) && flow.runs(arrow.target()) && points.size() > 1) {
            out.open("bpmndi:BPMNEdge").attribute("bpmnElement", element);
            points.forEach(point -> copy("di:waypoint", point, "x", "y"));
            out.close();
        }
    }

    private void copy(String tag, Xml from, String... names) {
        out.open(tag);
        for (String name : names) {
            out.attribute(name, new BigDecimal(from.attribute(name).strip()).toPlainString());
        }
        out.close();
    }

    private static Optional<Xml> child(Xml parent, String namespace, String tag) {
        return parent.children().stream()
                .filter(child ->
                        child.namespace().equals(namespace) && child.tag().equals(tag))
                .findFirst();
    }

    private static boolean numbers(Xml element, String... names) {
        for (String name : names) {
            if (!element.attribute(name).strip().matches("-?\\d{1,9}(\\.\\d{1,18})?")) {
                return false;
            }
        }
        return true;
    }
}
