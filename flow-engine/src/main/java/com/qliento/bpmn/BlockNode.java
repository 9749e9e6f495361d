package com.qliento.bpmn;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Block;
import com.qliento.block.BpmnElement;
import com.qliento.block.Choice;
import com.qliento.block.Choices;
import com.qliento.block.ListRows;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A block as it stands in a flow.
 *
 * @param elementId the id of its BPMN element, unique in the flow and the activity id in the engine
 * @param name as drawn; empty when it has none
 * @param parameters every parameter of the block; a missing or blank one has its default, else is empty
 */
public record BlockNode(String elementId, String name, Block block, Map<String, String> parameters) {

    /** The value of a parameter, empty when there is none; throws when the block has no such parameter. */
    public String value(String parameter) {
        String value = parameters.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("block " + block.key() + " has no parameter " + parameter);
        }
        return value;
    }

    /** The values of its parameters of this kind, as far as they have one. */
    public List<String> values(ParameterKind kind) {
        return block.parameters(kind).stream()
                .map(parameter -> value(parameter.name()))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The value of a parameter that not every block has; empty when this one has not. */
    public String valueOf(Parameter parameter) {
        return parameters.getOrDefault(parameter.name(), "");
    }

    /** The name it keeps an answer or a value under; empty when it keeps none. */
    public String keeps() {
        return valueOf(AnswerSettings.NAME);
    }

    /** Whether it says something to the customer; what is told another system is not. */
    public boolean says() {
        boolean hasWords = block.parameters().stream()
                .anyMatch(parameter -> parameter.filled()
                        && parameter.kind() == ParameterKind.TEXT
                        && !value(parameter.name()).isBlank());
        return block.element() == BpmnElement.SEND_TASK || (hasWords && !block.calls());
    }

    /** What it offers to tap, in the order in which it is shown; empty when it offers nothing. */
    public List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        values(ParameterKind.OPTIONS).forEach(lines -> choices.addAll(Choices.ofLines(lines)));
        values(ParameterKind.ROWS)
                .forEach(lines -> choices.addAll(ListRows.parse(lines).rows()));
        choices.addAll(Choices.ofTitles(values(ParameterKind.BUTTON)));
        return choices;
    }

    /** The whole number of a parameter, or its default when the value is none. */
    public int number(String parameter) {
        String value = value(parameter);
        String otherwise =
                block.parameter(parameter).map(Parameter::defaultValue).orElse("0");
        return Integer.parseInt(value.matches("\\d{1,6}") ? value : otherwise);
    }
}
