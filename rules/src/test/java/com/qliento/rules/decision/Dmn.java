package com.qliento.rules.decision;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes models for tests. */
final class Dmn {

    private Dmn() {}

    /** A model with these elements in it. */
    static String model(String... elements) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="model" name="model"
                    namespace="urn:test">%s</definitions>""".formatted(String.join("\n", elements));
    }

    static String input(String name, String type) {
        return "<inputData id=\"in-%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>"
                .formatted(id(name), name, name, type);
    }

    /** A decision by one expression. */
    static String literal(String name, String feel, String... needs) {
        return decision(
                name,
                "<literalExpression id=\"literal-%s\"><text>%s</text></literalExpression>"
                        .formatted(id(name), escaped(feel)),
                needs);
    }

    static String decision(String name, String logic, String... needs) {
        String requirements = Stream.of(needs)
                .map(need -> need.startsWith("in-")
                        ? "<informationRequirement><requiredInput href=\"#" + need + "\"/></informationRequirement>"
                        : need.startsWith("bkm-")
                                ? "<knowledgeRequirement><requiredKnowledge href=\"#" + need
                                        + "\"/></knowledgeRequirement>"
                                : "<informationRequirement><requiredDecision href=\"#" + need
                                        + "\"/></informationRequirement>")
                .collect(Collectors.joining());
        return "<decision id=\"%s\" name=\"%s\"><variable name=\"%s\"/>%s%s</decision>"
                .formatted(id(name), name, name, requirements, logic);
    }

    /** A function of one parameter. */
    static String function(String name, String parameter, String feel) {
        return """
                <businessKnowledgeModel id="bkm-%s" name="%s"><variable name="%s"/><encapsulatedLogic>
                <formalParameter name="%s"/><literalExpression><text>%s</text></literalExpression></encapsulatedLogic>
                </businessKnowledgeModel>""".formatted(id(name), name, name, parameter, escaped(feel));
    }

    /** Columns as {@code name: type}, rows as cells parted by |, inputs first. */
    static String table(String policy, List<String> inputs, List<String> outputs, String... rows) {
        return "<decisionTable id=\"table\" hitPolicy=\"%s\">%s%s%s</decisionTable>"
                .formatted(
                        policy.replaceFirst(" .*", "")
                                + (policy.contains(" ") ? "\" aggregation=\"" + policy.replaceFirst(".* ", "") : ""),
                        inputs.stream()
                                .map(column ->
                                        "<input id=\"column-%s\"><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                                                .formatted(id(part(column, 0)), part(column, 1), part(column, 0)))
                                .collect(Collectors.joining()),
                        outputs.stream()
                                .map(column -> "<output id=\"column-%s\" name=\"%s\" typeRef=\"%s\">%s</output>"
                                        .formatted(
                                                id(part(column, 0)), part(column, 0), part(column, 1), values(column)))
                                .collect(Collectors.joining()),
                        IntStream.range(0, rows.length)
                                .mapToObj(i -> row(i + 1, inputs.size(), rows[i].split("\\|")))
                                .collect(Collectors.joining()));
    }

    private static String values(String column) {
        return column.split(": ", -1).length > 2
                ? "<outputValues><text>%s</text></outputValues>".formatted(escaped(part(column, 2)))
                : "";
    }

    private static String row(int number, int inputs, String... cells) {
        return "<rule id=\"row-" + number + "\">"
                + IntStream.range(0, cells.length)
                        .mapToObj(i -> "<%s id=\"cell-%d-%d\"><text>%s</text></%s>"
                                .formatted(
                                        i < inputs ? "inputEntry" : "outputEntry",
                                        number,
                                        i + 1,
                                        escaped(cells[i].strip()),
                                        i < inputs ? "inputEntry" : "outputEntry"))
                        .collect(Collectors.joining())
                + "</rule>";
    }

    private static String part(String column, int index) {
        return column.split(": ", -1)[index];
    }

    private static String id(String name) {
        return name.replaceAll("\\W", "-");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
