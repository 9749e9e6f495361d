package com.qliento.scene;

import java.nio.charset.StandardCharsets;

/** A small flow as BPMN text: each element follows the one named before it. */
public final class FlowText {

    private final StringBuilder elements = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private final String key;
    private String last = "";

    /** A flow of this key that starts on these keywords. */
    public FlowText(String key, String keywords, String... settings) {
        this.key = key;
        var all = new String[settings.length + 4];
        all[0] = "trigger";
        all[1] = "keywords";
        all[2] = "keywords";
        all[3] = keywords;
        System.arraycopy(settings, 0, all, 4, settings.length);
        element("startEvent", "start", "start", "", all);
    }

    private FlowText(String key) {
        this.key = key;
    }

    /** A flow that another system begins, {@code called} for somebody or as a {@code run} about nobody. */
    public static FlowText begunBy(String trigger, String key, String... settings) {
        var all = new String[settings.length + 2];
        all[0] = "trigger";
        all[1] = trigger;
        System.arraycopy(settings, 0, all, 2, settings.length);
        return new FlowText(key).element("startEvent", "start", "start", "", all);
    }

    /** Says a text. */
    public FlowText says(String id, String text) {
        return element("sendTask", id, "text", "", "text", text);
    }

    /** Says a text with a list of rows. */
    public FlowText lists(String id, String text, String rows) {
        return element("sendTask", id, "list", "", "text", text, "rows", rows);
    }

    /** Asks for a text. */
    public FlowText asks(String id, String... settings) {
        return element("receiveTask", id, "ask-text", "", settings);
    }

    /** Asks to choose. */
    public FlowText choice(String id, String... settings) {
        return element("receiveTask", id, "ask-choice", "", settings);
    }

    /** Works a value out. */
    public FlowText sets(String id, String name, String value) {
        return element("serviceTask", id, "set-value", "", "name", name, "value", value);
    }

    /** Waits this long. */
    public FlowText waits(String id, String duration) {
        return element("intermediateCatchEvent", id, "wait", timer(duration), "duration", duration);
    }

    /** Runs another flow. */
    public FlowText calls(String id, String flow) {
        elements.append("<bpmn:callActivity id='" + id + "' calledElement='" + flow
                + "' camunda:modelerTemplate='qliento.start-flow'>" + settings("flow", flow) + "</bpmn:callActivity>");
        return follow(id);
    }

    /** Decides by a table. */
    public FlowText decides(String id, String... settings) {
        return element("businessRuleTask", id, "decide", "", settings);
    }

    /** Keeps the value of an expression. */
    public FlowText keeps(String id, String name, String value) {
        return element("serviceTask", id, "set-value", "", "name", name, "value", value);
    }

    /** Any block with these settings. */
    public FlowText block(String tag, String id, String block, String... settings) {
        return element(tag, id, block, "", settings);
    }

    /** When this block is left by the exit of this code, says this and ends. */
    public FlowText exitOf(String block, String code, String text) {
        var way = block + "-" + code.substring(code.indexOf('.') + 1);
        var error = way + "-error";
        errors.append("<bpmn:error id='" + error + "' errorCode='" + code + "'/>");
        return boundary(way, block, "<bpmn:errorEventDefinition errorRef='" + error + "'/>", text);
    }

    /** When this block is left by the exit of this code, ends. */
    public FlowText exitEnds(String block, String code) {
        var way = block + "-" + code.substring(code.indexOf('.') + 1);
        errors.append("<bpmn:error id='" + way + "-error' errorCode='" + code + "'/>");
        elements.append("<bpmn:boundaryEvent id='" + way + "' attachedToRef='" + block
                + "'><bpmn:errorEventDefinition errorRef='" + way + "-error'/></bpmn:boundaryEvent>");
        last = way;
        elements.append("<bpmn:endEvent id='" + way + "-end'/>");
        return follow(way + "-end");
    }

    /** Its key. */
    public String key() {
        return key;
    }

    /** Goes back to an earlier element. */
    public FlowText again(String id) {
        arrow(last, id);
        last = "";
        return this;
    }

    public FlowText ends() {
        elements.append("<bpmn:endEvent id='end'/>");
        return follow("end");
    }

    /** When the tries of this question are used up, says this and ends. */
    public FlowText noAnswerTo(String question, String text) {
        return boundary(question + "-none", question, "<bpmn:errorEventDefinition errorRef='no-answer'/>", text);
    }

    /** When this question has had no answer for so long, says this and ends. */
    public FlowText lateTo(String question, String duration, String text) {
        return boundary(question + "-late", question, timer(duration), text);
    }

    private FlowText boundary(String id, String question, String definition, String text) {
        elements.append("<bpmn:boundaryEvent id='" + id + "' attachedToRef='" + question + "'>" + definition
                + "</bpmn:boundaryEvent>");
        last = id;
        says(id + "-text", text);
        elements.append("<bpmn:endEvent id='" + id + "-end'/>");
        return follow(id + "-end");
    }

    private FlowText element(String tag, String id, String block, String inside, String... settings) {
        elements.append("<bpmn:" + tag + " id='" + id + "' camunda:modelerTemplate='qliento." + block + "'>"
                + settings(settings) + inside + "</bpmn:" + tag + ">");
        return follow(id);
    }

    private FlowText follow(String id) {
        if (!last.isEmpty()) {
            arrow(last, id);
        }
        last = id;
        return this;
    }

    private void arrow(String from, String to) {
        elements.append(
                "<bpmn:sequenceFlow id='" + from + "-" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>");
    }

    private static String timer(String duration) {
        return "<bpmn:timerEventDefinition><bpmn:timeDuration>" + duration
                + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
    }

    private static String settings(String... settings) {
        var properties = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        for (int i = 0; i < settings.length; i += 2) {
            properties.append("<camunda:property name='" + settings[i] + "' value='"
                    + settings[i + 1]
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace("'", "&apos;")
                            .replace("\n", "&#10;")
                    + "'/>");
        }
        return properties + "</camunda:properties></bpmn:extensionElements>";
    }

    /** Publishes it for the demo organisation. */
    public FlowText publish(Scene scene) {
        scene.publish(key, toString());
        return this;
    }

    /** As it is sent. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                """ + "<bpmn:process id='" + key + "' name='" + key + "' isExecutable='true'>" + elements
                + "</bpmn:process><bpmn:error id='no-answer' errorCode='qliento.no-answer'/>" + errors
                + "</bpmn:definitions>";
    }
}
