package com.qliento.load;

import java.util.Collections;

/** Flows that are there to hurt, as BPMN; each begins with its own name as keyword. */
final class HostileFlows {

    private static final int COPIES = 10;

    private final StringBuilder elements = new StringBuilder();
    private final String name;
    private String last;

    private HostileFlows(String name) {
        this.name = name;
        element("startEvent", "start", "start", "", "trigger", "keywords", "keywords", name);
    }

    /** Asks, and joins ten copies of what it has so many times. */
    static String growing(String name, int times) {
        var flow = new HostileFlows(name).asks();
        String before = "said";
        for (int i = 1; i <= times; i++) {
            flow.keeps("v" + i, copies(before));
            before = "v" + i;
        }
        return flow.ends();
    }

    /** Asks, and counts thousands of long texts made for it. */
    static String formula(String name) {
        var made = "count(for i in 1..70, j in 1..70 return " + copies("said") + ")";
        return new HostileFlows(name).asks().keeps("count", made).ends();
    }

    /** Only ends. */
    static String ends(String name) {
        return new HostileFlows(name).ends();
    }

    /** Starts another flow at once. */
    static String calls(String name, String other) {
        var flow = new HostileFlows(name);
        flow.element("callActivity", "call", "start-flow", " calledElement=\"" + other + "\"", "flow", other);
        return flow.ends();
    }

    private static String copies(String value) {
        return String.join(" + ", Collections.nCopies(COPIES, value));
    }

    private HostileFlows asks() {
        return element("receiveTask", "ask", "ask-text", "", "name", "said", "category", "other", "purpose", "service");
    }

    private HostileFlows keeps(String value, String formula) {
        return element(
                "serviceTask",
                value,
                "set-value",
                "",
                "name",
                value,
                "value",
                formula,
                "category",
                "other",
                "purpose",
                "service");
    }

    private HostileFlows element(String tag, String id, String block, String more, String... settings) {
        if (last != null) {
            elements.append(
                    "<bpmn:sequenceFlow id=\"to-%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(id, last, id));
        }
        elements.append("<bpmn:%s id=\"%s\" name=\"%s\" camunda:modelerTemplate=\"qliento.%s\"%s>"
                .formatted(tag, id, id, block, more));
        elements.append("<bpmn:extensionElements><camunda:properties>");
        for (int i = 0; i < settings.length; i += 2) {
            elements.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(settings[i], settings[i + 1]));
        }
        elements.append("</camunda:properties></bpmn:extensionElements></bpmn:%s>".formatted(tag));
        last = id;
        return this;
    }

    private String ends() {
        element("endEvent", "end", "end", "");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="https://qliento.com/load">
                <bpmn:process id="%s" name="%s" isExecutable="true">%s</bpmn:process></bpmn:definitions>""".formatted(name, name, elements);
    }
}
