package com.qliento.check;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Small flows in words, for tests. */
public final class Bpmn {

    private Bpmn() {}

    public static byte[] file(String content) {
        return ("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
                """ + content + "</bpmn:definitions>").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] process(String... steps) {
        return file(
                "<bpmn:process id='p' name='Try' isExecutable='true'>" + String.join("\n", steps) + "</bpmn:process>");
    }

    /** Start, the given step with the id {@code x}, end. */
    public static byte[] around(String x, String... more) {
        return process(start(), arrow("start", "x"), x, arrow("x", "end"), end(), String.join("\n", more));
    }

    public static String start() {
        return block("startEvent", "start", "start", "trigger", "keywords", "keywords", "go");
    }

    public static String end() {
        return "<bpmn:endEvent id='end'/>";
    }

    public static String text(String id) {
        return block("sendTask", id, "text", "text", "Hello");
    }

    public static String ask(String id) {
        return block("receiveTask", id, "ask-text", "question", "Well?");
    }

    public static String block(String tag, String id, String key, String... settings) {
        return "<bpmn:" + tag + " id='" + id + "' camunda:modelerTemplate='qliento." + key + "'>" + settings(settings)
                + "</bpmn:" + tag + ">";
    }

    public static String settings(String... settings) {
        var properties = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        for (int i = 0; i < settings.length; i += 2) {
            properties
                    .append("<camunda:property name='")
                    .append(settings[i])
                    .append("' value='")
                    .append(settings[i + 1]
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace("'", "&apos;")
                            .replace("\n", "&#10;"))
                    .append("'/>");
        }
        return properties + "</camunda:properties></bpmn:extensionElements>";
    }

    public static String arrow(String from, String to) {
        return "<bpmn:sequenceFlow id='" + from + "-" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    public static String arrow(String from, String to, String language, String condition) {
        return "<bpmn:sequenceFlow id='" + from + "-" + to + "' sourceRef='" + from + "' targetRef='" + to + "'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='" + language + "'>" + condition
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>";
    }

    public static String timer(String duration) {
        return "<bpmn:timerEventDefinition><bpmn:timeDuration>" + duration
                + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
    }

    /** An organisation with the flow {@code again}, which starts {@code deep}, which starts {@code this}; and {@code fine}. */
    public static FlowEnvironment environment() {
        return new FlowEnvironment() {
            @Override
            public String flowKey() {
                return "this";
            }

            @Override
            public boolean published(String flowKey) {
                return Set.of("again", "deep", "fine", "parcel-address").contains(flowKey);
            }

            @Override
            public Set<String> calls(String flowKey) {
                return switch (flowKey) {
                    case "again" -> Set.of("deep");
                    case "deep" -> Set.of("this");
                    default -> Set.of();
                };
            }
        };
    }
}
