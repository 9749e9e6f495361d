package com.qliento.bpmn;

import com.qliento.block.Block;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.FlowDuration;
import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.engine.BlockMarker;
import com.qliento.engine.ProcessKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes what the engine runs. The file is made anew from the model, so it holds only what stands here: no expression of
 * another language than FEEL, no class but the marker, no listener, whatever the author's file held. Element ids stay,
 * and reading the result gives the same blocks. The same model gives the same bytes.
 */
public final class FlowCompiler {

    /** Lets Camunda's parser accept send and service tasks; a parse listener replaces the behaviour, nobody calls it. */
    static final String MARKER = BlockMarker.class.getName();

    private static final Set<BpmnElement> RUN_BY_US =
            EnumSet.of(BpmnElement.SEND_TASK, BpmnElement.SERVICE_TASK, BpmnElement.BUSINESS_RULE_TASK);

    /** Camunda takes a script that begins with a dollar and a brace for JUEL that yields the script, in any language. */
    private static final String NEVER = "false";

    /** How the ids begin that the compiler gives; authors' ids can't. */
    public static final String RESERVED = "qliento-";

    private final FlowModel flow;
    private final XmlWriter out = new XmlWriter();

    private FlowCompiler(FlowModel flow) {
        this.flow = flow;
    }

    /**
     * Compiles a flow that was checked and has no errors; what a flow with errors becomes is not promised, except that
     * nothing outside of the vocabulary gets through.
     *
     * @param flowKey of this flow; the process gets {@link #processKey} of it
     * @throws IllegalArgumentException when the flow's key, or that of a flow it starts, has not a key's form
     */
    public static byte[] compile(FlowModel flow, String flowKey) {
        return new FlowCompiler(flow).write(processKey(flowKey));
    }

    /** As {@link #compile}, as a process that no flow calls: to be tried, beside what is published. */
    public static byte[] compileToTry(FlowModel flow, String flowKey) {
        return new FlowCompiler(flow).write(tryKey(flowKey));
    }

    /** The engine's process key of a flow that is tried. */
    public static String tryKey(String flowKey) {
        return ProcessKind.CHAT.tryKey(checked(flowKey));
    }

    /**
     * The engine's process key of a flow, the same in every organisation: the tenant tells them apart, and a call
     * activity without a tenant of its own calls within its process's. Authors' ids can't begin like it.
     */
    public static String processKey(String flowKey) {
        return ProcessKind.CHAT.processKey(checked(flowKey));
    }

    private static String checked(String flowKey) {
        if (!Names.flowKey(flowKey)) {
            throw new IllegalArgumentException("not the form of a flow's key");
        }
        return flowKey;
    }

    /** Whether Camunda would evaluate a text, in the language that no author may use. */
    public static boolean isJuel(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private byte[] write(String processKey) {
        out.open("bpmn:definitions")
                .attribute("xmlns:bpmn", Xml.BPMN)
                .attribute("xmlns:bpmndi", Xml.BPMNDI)
                .attribute("xmlns:dc", Xml.DC)
                .attribute("xmlns:di", Xml.DI)
                .attribute("xmlns:camunda", Xml.CAMUNDA)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("targetNamespace", "https://qliento.com/flow");
        flow.boundaries().values().stream()
                .filter(boundary -> !boundary.timer())
                .map(FlowCompiler::exit)
                .distinct()
                .forEach(exit -> out.open("bpmn:error")
                        .attribute("id", errorId(exit))
                        .attribute("errorCode", exit.code())
                        .close());
        out.open("bpmn:process")
                .attribute("id", processKey)
                .attributeIfAny("name", flow.name())
                .attribute("isExecutable", "true");
        flow.blocks().values().forEach(this::block);
        flow.boundaries().values().forEach(this::boundary);
        flow.arrows().values().stream().filter(this::joins).forEach(this::arrow);
        out.close();
        new DiagramCompiler(flow, out).write(processKey);
        return out.close().bytes();
    }

    private static Exit exit(Boundary boundary) {
        return new Exit(boundary.code(), false, null);
    }

    private static String errorId(Exit exit) {
        return RESERVED + exit.name();
    }

    private void block(BlockNode node) {
        Block block = node.block();
        out.open("bpmn:" + block.element().tag())
                .attribute("id", node.elementId())
                .attributeIfAny("name", node.name())
                .attribute("camunda:modelerTemplate", block.template());
        if (RUN_BY_US.contains(block.element())) {
            out.attribute("camunda:class", MARKER);
        }
        if (block.element() == BpmnElement.CALL_ACTIVITY) {
            out.attribute("calledElement", processKey(value(node, ParameterKind.FLOW)));
        }
        if (block.element() == BpmnElement.EXCLUSIVE_GATEWAY) {
            byDefault(node.elementId());
        }
        settings(node);
        if (block.element() == BpmnElement.INTERMEDIATE_CATCH_EVENT) {
            timer(value(node, ParameterKind.DURATION));
        }
        out.close();
    }

    private static String value(BlockNode node, ParameterKind kind) {
        return node.values(kind).stream().findFirst().orElse("");
    }

    private void byDefault(String gateway) {
        flow.source().nodes().stream()
                .filter(node -> node.id().equals(gateway))
                .findFirst()
                .map(node -> flow.arrows().get(node.attribute("default")))
                .filter(this::joins)
                .ifPresent(arrow -> out.attribute("default", arrow.id()));
    }

    private void settings(BlockNode node) {
        if (node.parameters().values().stream().allMatch(String::isEmpty)) {
            return;
        }
        out.open("bpmn:extensionElements").open("camunda:properties");
        for (Parameter parameter : node.block().parameters()) {
            String value = node.value(parameter.name());
            if (!value.isEmpty()) {
                out.open("camunda:property")
                        .attribute("name", parameter.name())
                        .attribute("value", value)
                        .close();
            }
        }
        out.close().close();
    }

    private void boundary(Boundary boundary) {
        out.open("bpmn:boundaryEvent")
                .attribute("id", boundary.id())
                .attributeIfAny("name", boundary.name())
                .attribute("attachedToRef", boundary.host());
        if (boundary.timer()) {
            timer(boundary.duration());
        } else {
            out.open("bpmn:errorEventDefinition")
                    .attribute("errorRef", errorId(exit(boundary)))
                    .close();
        }
        out.close();
    }

    /** In the form the engine reads: it knows no weeks, and an unreadable duration becomes a day rather than code. */
    private void timer(String duration) {
        String iso = FlowDuration.parse(duration)
                .filter(FlowDuration::allowed)
                .map(Object::toString)
                .orElse("P1D");
        out.open("bpmn:timerEventDefinition")
                .open("bpmn:timeDuration")
                .attribute("xsi:type", "bpmn:tFormalExpression")
                .text(iso)
                .close()
                .close();
    }

    private boolean joins(Arrow arrow) {
        return flow.runs(arrow.source()) && flow.runs(arrow.target());
    }

    private void arrow(Arrow arrow) {
        out.open("bpmn:sequenceFlow")
                .attribute("id", arrow.id())
                .attributeIfAny("name", arrow.name())
                .attribute("sourceRef", arrow.source())
                .attribute("targetRef", arrow.target());
        String condition = arrow.condition();
        if (condition != null) {
            out.open("bpmn:conditionExpression")
                    .attribute("xsi:type", "bpmn:tFormalExpression")
                    .attribute("language", "feel")
                    .text(isJuel(condition) ? NEVER : condition)
                    .close();
        }
        out.close();
    }
}
