package com.qliento.bpmn;

import com.qliento.block.AnswerPick;
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

    /** The one name it keeps an answer or a value under; empty when it keeps none, or {@link #picks} of it. */
    public String keeps() {
        return picks().isEmpty() ? valueOf(AnswerSettings.NAME) : "";
    }

    /** What it takes out of an answer to be kept, each under a name of its own. */
    public List<AnswerPick> picks() {
        return values(ParameterKind.PICKS).stream()
                .flatMap(lines -> AnswerPick.parse(lines).stream())
                .toList();
    }

    /** All that it keeps about a customer. */
    public List<Answer> answers() {
        var purpose = valueOf(AnswerSettings.PURPOSE);
        var all = new ArrayList<Answer>();
        if (!keeps().isEmpty()) {
            all.add(new Answer(keeps(), valueOf(AnswerSettings.CATEGORY), purpose));
        }
        picks().forEach(pick -> all.add(new Answer(pick.name(), pick.category(), purpose)));
        return all;
    }

    /** Whether what it keeps under this name is text for sure: what customers write is, whatever they were asked for. */
    public boolean keepsText(String name) {
        return picks().isEmpty()
                ? block.asks()
                : picks().stream().filter(pick -> pick.name().equals(name)).allMatch(AnswerPick::isText);
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
