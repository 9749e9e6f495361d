package com.qliento.ui.flow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of a flow, as SVG: shapes and arrows where the diagram has them, no text. Only numbers of the file
 * reach the picture, so nothing that stands in a file can be more than a line.
 */
final class FlowPicture {

    private static final int MOST_SHAPES = 500;
    private static final int MOST_POINTS = 10_000;

    /** Nobody draws so far out; a number of three hundred digits would make a picture of megabytes. */
    private static final double FARTHEST = 1_000_000;

    /** A flow of three blocks is not drawn larger than one of six. */
    private static final double LEAST_WIDTH = 640;

    /** Stands for a flow that no tool has laid out yet. */
    private static final String NOT_DRAWN = text(
            "<g opacity='.45' stroke-dasharray='9 7' transform='translate(%.0f %.0f)'><circle r='18' cx='-120' cy='0'/>"
                    + "<rect x='-50' y='-40' width='100' height='80' rx='10'/><circle r='18' cx='120' cy='0'/>"
                    + "<path d='M-102 0H-50M50 0H102'/></g>",
            LEAST_WIDTH / 2.0, LEAST_WIDTH / 6.0);

    private record Shape(String kind, double x, double y, double width, double height) {}

    private final Map<String, String> kinds = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<List<double[]>> arrows = new ArrayList<>();
    private String target = "";
    private @Nullable String element;
    private int points;

    private FlowPicture() {}

    /** The picture; a dashed one when the file has no diagram or can't be read. */
    static String of(byte[] bpmn) {
        var picture = new FlowPicture();
        try {
            picture.read(bpmn);
        } catch (XMLStreamException | NumberFormatException unreadable) {
            picture.shapes.clear();
            picture.arrows.clear();
        }
        return picture.svg();
    }

    private void read(byte[] bpmn) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        var name = xml.getLocalName();
        switch (name) {
            case "BPMNShape" -> element = own(xml, xml.getAttributeValue(null, "bpmnElement"));
            case "BPMNLabel" -> element = null;
            case "BPMNEdge" -> {
                element = null;
                arrows.add(new ArrayList<>());
            }
            case "Bounds" -> {
                if (element != null && shapes.size() < MOST_SHAPES) {
                    shapes.add(new Shape(
                            kinds.getOrDefault(element, ""),
                            number(xml, "x"),
                            number(xml, "y"),
                            number(xml, "width"),
                            number(xml, "height")));
                    element = null;
                }
            }
            case "waypoint" -> {
                if (!arrows.isEmpty() && points++ < MOST_POINTS) {
                    arrows.get(arrows.size() - 1).add(new double[] {number(xml, "x"), number(xml, "y")});
                }
            }
            case "definitions" -> target = String.valueOf(xml.getAttributeValue(null, "targetNamespace"));
            default -> {
                var id = xml.getAttributeValue(null, "id");
                if (id != null) {
                    kinds.put(id, name);
                }
            }
        }
    }

    /** The id that a reference names, whatever prefix stands for the namespace of this file. */
    private @Nullable String own(XMLStreamReader xml, @Nullable String reference) {
        if (reference == null) {
            return null;
        }
        int colon = reference.indexOf(':');
        return colon > 0 && target.equals(xml.getNamespaceURI(reference.substring(0, colon)))
                ? reference.substring(colon + 1)
                : reference;
    }

    private static double number(XMLStreamReader xml, String attribute) {
        var text = xml.getAttributeValue(null, attribute);
        double value = text == null ? 0 : Double.parseDouble(text);
        return Double.isFinite(value) ? Math.max(-FARTHEST, Math.min(FARTHEST, value)) : 0;
    }

    private String svg() {
        var x = DoubleStream.concat(
                        shapes.stream().flatMapToDouble(s -> DoubleStream.of(s.x(), s.x() + s.width())),
                        arrows.stream().flatMap(List::stream).mapToDouble(point -> point[0]))
                .summaryStatistics();
        var y = DoubleStream.concat(
                        shapes.stream().flatMapToDouble(s -> DoubleStream.of(s.y(), s.y() + s.height())),
                        arrows.stream().flatMap(List::stream).mapToDouble(point -> point[1]))
                .summaryStatistics();
        boolean empty = shapes.isEmpty();
        double width = empty ? LEAST_WIDTH : Math.max(LEAST_WIDTH, x.getMax() - x.getMin() + 16);
        double height = empty ? LEAST_WIDTH / 3 : Math.max(LEAST_WIDTH / 3, y.getMax() - y.getMin() + 16);
        double left = empty ? 0 : (x.getMin() + x.getMax() - width) / 2;
        double top = empty ? 0 : (y.getMin() + y.getMax() - height) / 2;
        var svg = new StringBuilder();
        svg.append(text(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='%.0f %.0f %.0f %.0f' fill='none' stroke='currentColor'"
                        + " stroke-width='3' aria-hidden='true'>",
                left, top, width, height));
        for (var arrow : arrows) {
            svg.append("<polyline opacity='.55' points='");
            arrow.forEach(point -> svg.append(text("%.0f,%.0f ", point[0], point[1])));
            svg.append("'/>");
        }
        shapes.forEach(shape -> svg.append(drawn(shape)));
        if (empty) {
            svg.append(NOT_DRAWN);
        }
        return svg.append("</svg>").toString();
    }

    private static String drawn(Shape shape) {
        double x = shape.x() + shape.width() / 2;
        double y = shape.y() + shape.height() / 2;
        if (shape.kind().endsWith("Event")) {
            return text(
                    "<circle fill='var(--paper)' cx='%.0f' cy='%.0f' r='%.0f' stroke-width='%d'/>",
                    x, y, shape.width() / 2, shape.kind().equals("endEvent") ? 6 : 3);
        }
        if (shape.kind().endsWith("Gateway")) {
            return text(
                    "<path fill='var(--paper)' stroke='var(--warn)' d='M%.0f %.0fL%.0f %.0fL%.0f %.0fL%.0f %.0fZ'/>",
                    x, shape.y(), shape.x() + shape.width(), y, x, shape.y() + shape.height(), shape.x(), y);
        }
        return text(
                "<rect fill='var(--paper)' stroke='%s' x='%.0f' y='%.0f' width='%.0f' height='%.0f' rx='10'/>",
                hue(shape.kind()), shape.x(), shape.y(), shape.width(), shape.height());
    }

    private static String hue(String kind) {
        return switch (kind) {
            case "sendTask" -> "var(--brand)";
            case "receiveTask" -> "var(--info)";
            default -> "currentColor";
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
