package com.qliento.rules.decision;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A case of the DMN Technology Compatibility Kit: what is given, and what each decision has to come to. */
record TckCase(
        String id,
        @Nullable String service,
        Map<String, @Nullable Object> given,
        Map<String, @Nullable Object> expected) {

    private static final FEEL FEEL_ITSELF = FEEL.newInstance(TckCase.class.getClassLoader(), List.of());

    static List<TckCase> of(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            return children(root, "testCase").stream().map(TckCase::read).toList();
        } catch (Exception unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static TckCase read(Element test) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        var expected = new LinkedHashMap<String, @Nullable Object>();
        children(test, "inputNode").forEach(node -> given.put(node.getAttribute("name"), value(node)));
        for (Element node : children(test, "resultNode")) {
            String name = node.getAttribute("name");
            List<Element> values = children(node, "expected");
            expected.put(name, values.isEmpty() ? null : value(values.get(0)));
        }
        String service =
                test.getAttribute("type").equals("decisionService") ? test.getAttribute("invocableName") : null;
        return new TckCase(test.getAttribute("id"), service, given, expected);
    }

    private static @Nullable Object value(Element holder) {
        List<Element> lists = children(holder, "list");
        if (!lists.isEmpty()) {
            return "true".equals(lists.get(0).getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil"))
                    ? null
                    : children(lists.get(0), "item").stream()
                            .map(TckCase::value)
                            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        }
        List<Element> components = children(holder, "component");
        if (!components.isEmpty()) {
            var parts = new LinkedHashMap<String, @Nullable Object>();
            components.forEach(component -> parts.put(component.getAttribute("name"), value(component)));
            return parts;
        }
        List<Element> values = children(holder, "value");
        return values.isEmpty() ? null : simple(values.get(0));
    }

    private static @Nullable Object simple(Element value) {
        String xsi = "http://www.w3.org/2001/XMLSchema-instance";
        if (value.getAttributeNS(xsi, "nil").equals("true")) {
            return null;
        }
        String text = value.getTextContent();
        String type = value.getAttributeNS(xsi, "type").replaceFirst("^.*:", "");
        return switch (type) {
            case "decimal", "double", "integer", "int", "float", "long" -> new BigDecimal(text.strip());
            case "boolean" -> Boolean.valueOf(text.strip());
            case "date" -> FEEL_ITSELF.evaluate("date(\"" + text.strip() + "\")");
            case "time" -> FEEL_ITSELF.evaluate("time(\"" + text.strip() + "\")");
            case "dateTime" -> FEEL_ITSELF.evaluate("date and time(\"" + text.strip() + "\")");
            case "duration" -> FEEL_ITSELF.evaluate("duration(\"" + text.strip() + "\")");
            default -> text;
        };
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    /** The same value: numbers as numbers within the kit's tolerance, the rest as FEEL compares. */
    static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof BigDecimal one && actual instanceof BigDecimal other) {
            return one.subtract(other).abs().compareTo(new BigDecimal("0.00000001")) < 0;
        }
        if (expected instanceof List<?> one && actual instanceof List<?> other) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
        }
        if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
        }
        return expected == null
                ? actual == null
                : expected.equals(actual)
                        || Boolean.TRUE.equals(FEEL_ITSELF.evaluate(
                                "a = b", actual == null ? Map.of("a", expected) : Map.of("a", expected, "b", actual)));
    }
}
