package com.qliento.media;

/** A flow of one media block. */
public final class MediaFlow {

    private MediaFlow() {}

    public static String bpmn(String name, String keyword, String block, String... settings) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <bpmn:process id="p" name="%s" isExecutable="true">
                    <bpmn:startEvent id="start" camunda:modelerTemplate="qliento.start">%s</bpmn:startEvent>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="say"/>
                    <bpmn:sendTask id="say" camunda:modelerTemplate="qliento.%s">%s</bpmn:sendTask>
                    <bpmn:sequenceFlow id="b" sourceRef="say" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(name, settings("trigger", "keywords", "keywords", keyword), block, settings(settings));
    }

    private static String settings(String... settings) {
        var properties = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        for (int i = 0; i < settings.length; i += 2) {
            properties
                    .append("<camunda:property name=\"")
                    .append(settings[i])
                    .append("\" value=\"")
                    .append(settings[i + 1])
                    .append("\"/>");
        }
        return properties + "</camunda:properties></bpmn:extensionElements>";
    }
}
