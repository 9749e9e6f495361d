package com.qliento.bpmn;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.BpmnElement;
import com.qliento.block.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the steps and arrows of a flow; what it does not know is empty. */
public final class NodeReader {

    private NodeReader() {}

    static Optional<Block> blockOf(Xml element, Blocks vocabulary) {
        Optional<BpmnElement> kind = BpmnElement.ofTag(element.tag());
        String template = element.camundaAttribute("modelerTemplate");
        if (template.isEmpty()) {
            return kind.flatMap(vocabulary::plain);
        }
        return vocabulary.ofTemplate(template).filter(block -> kind.equals(Optional.of(block.element())));
    }

    static Optional<BlockNode> block(Xml element, Blocks vocabulary) {
        return blockOf(element, vocabulary)
                .map(block -> new BlockNode(element.id(), element.name(), block, parameters(block, element)));
    }

    private static Map<String, String> parameters(Block block, Xml element) {
        Map<String, String> written = written(element);
        var parameters = new LinkedHashMap<String, String>();
        for (Parameter parameter : block.parameters()) {
            String value = written.getOrDefault(parameter.name(), "");
            if (value.isBlank()) {
                value = plainBpmn(parameter, element);
            }
            parameters.put(parameter.name(), value.isBlank() ? parameter.defaultValue() : clean(parameter, value));
        }
        return Collections.unmodifiableMap(parameters);
    }

    /** The settings in an element's {@code camunda:properties}. */
    public static Map<String, String> written(Xml element) {
        var written = new LinkedHashMap<String, String>();
        element.all("extensionElements")
                .flatMap(extension -> extension.children().stream())
                .filter(child -> Xml.camunda(child.namespace()) && child.tag().equals("properties"))
                .flatMap(properties -> properties.children().stream())
                .forEach(property -> written.put(property.attribute("name"), property.attribute("value")));
        return written;
    }

    /** Where BPMN itself has a place for a parameter, a file drawn elsewhere has it there. */
    public static String plainBpmn(Parameter parameter, Xml element) {
        return switch (parameter.kind()) {
            case DURATION -> timer(element, "timeDuration");
            case FLOW -> element.attribute("calledElement");
            default -> "";
        };
    }

    public static String timer(Xml event, String part) {
        return event.all("timerEventDefinition")
                .flatMap(timer -> timer.all(part))
                .map(Xml::text)
                .findFirst()
                .orElse("");
    }

    private static String clean(Parameter parameter, String value) {
        String lines = value.replace("\r\n", "\n").replace('\r', '\n');
        return parameter.kind().template() ? lines.stripTrailing() : lines.strip();
    }

    /** Time, or an exit that the block has; any other event is not there. */
    static Optional<Boundary> boundary(Xml element, FlowSource source, Map<String, BlockNode> blocks) {
        String host = element.attribute("attachedToRef");
        BlockNode block = blocks.get(host);
        if (block == null || !element.is("boundaryEvent")) {
            return Optional.empty();
        }
        String duration = timer(element, "timeDuration");
        if (!duration.isEmpty()) {
            return Optional.of(new Boundary(element.id(), element.name(), host, duration, ""));
        }
        return element.first("errorEventDefinition")
                .map(error -> source.errorCode(error.attribute("errorRef")))
                .filter(code -> block.block().exit(code).isPresent())
                .map(code -> new Boundary(element.id(), element.name(), host, "", code));
    }

    static Arrow arrow(Xml element) {
        String condition = element.first("conditionExpression")
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        return new Arrow(
                element.id(),
                element.name(),
                element.attribute("sourceRef"),
                element.attribute("targetRef"),
                condition);
    }
}
