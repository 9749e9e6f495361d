package com.qliento.block;

import java.util.Arrays;
import java.util.Optional;

/** The BPMN elements that blocks are made of; nothing else of BPMN is run. */
public enum BpmnElement {
    START_EVENT("startEvent", "StartEvent", false),
    SEND_TASK("sendTask", "SendTask", true),
    RECEIVE_TASK("receiveTask", "ReceiveTask", true),
    SERVICE_TASK("serviceTask", "ServiceTask", true),
    BUSINESS_RULE_TASK("businessRuleTask", "BusinessRuleTask", true),
    CALL_ACTIVITY("callActivity", "CallActivity", true),
    EXCLUSIVE_GATEWAY("exclusiveGateway", "ExclusiveGateway", false),
    INTERMEDIATE_CATCH_EVENT("intermediateCatchEvent", "IntermediateCatchEvent", false),
    END_EVENT("endEvent", "EndEvent", false);

    private final String tag;
    private final String type;
    private final boolean activity;

    BpmnElement(String tag, String type, boolean activity) {
        this.tag = tag;
        this.type = type;
        this.activity = activity;
    }

    /** The local name in XML, for example {@code sendTask}. */
    public String tag() {
        return tag;
    }

    /** The type as bpmn-js names it, for example {@code bpmn:SendTask}. */
    public String type() {
        return "bpmn:" + type;
    }

    /** Whether it is an activity: a plain task on the canvas can become one. */
    public boolean activity() {
        return activity;
    }

    /** The element with this local name, if blocks are made of it. */
    public static Optional<BpmnElement> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(element -> element.tag.equals(tag))
                .findFirst();
    }
}
