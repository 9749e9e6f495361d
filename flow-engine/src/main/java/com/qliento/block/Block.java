package com.qliento.block;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A type of chat block: one BPMN element with these parameters.
 *
 * @param key stable in kebab case; the element says {@code camunda:modelerTemplate="qliento.<key>"}
 * @param plain whether an element of this kind without a template is this block
 */
public record Block(String key, BlockGroup group, BpmnElement element, boolean plain, List<Parameter> parameters) {

    static final String TEMPLATE_PREFIX = "qliento.";

    static Block of(String key, BlockGroup group, BpmnElement element, Parameter... parameters) {
        return new Block(key, group, element, false, List.of(parameters));
    }

    Block evenWithoutTemplate() {
        return new Block(key, group, element, true, parameters);
    }

    /** The value of {@code camunda:modelerTemplate} on an element that is this block. */
    public String template() {
        return TEMPLATE_PREFIX + key;
    }

    /** Whether the block waits until the customer writes. */
    public boolean asks() {
        return element == BpmnElement.RECEIVE_TASK;
    }

    /** Whether a flow stops here until the customer writes or time passes. */
    public boolean waits() {
        return asks() || element == BpmnElement.INTERMEDIATE_CATCH_EVENT;
    }

    /** The parameter of this name, if the block has it. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The name a user sees. */
    public String label(Locale locale) {
        return BlockTexts.text(key + ".label", locale);
    }

    /** One sentence on what the block does. */
    public String help(Locale locale) {
        return BlockTexts.text(key + ".help", locale);
    }

    /** The name of a parameter as a user sees it. */
    public String label(Parameter parameter, Locale locale) {
        return BlockTexts.first(locale, key + "." + parameter.name() + ".label", parameter.name() + ".label");
    }

    /** One sentence on what to write into a parameter. */
    public String help(Parameter parameter, Locale locale) {
        return BlockTexts.first(locale, key + "." + parameter.name() + ".help", parameter.name() + ".help");
    }

    /** What a user sees for one of the parameter's choices. */
    public String label(Parameter parameter, String choice, Locale locale) {
        return BlockTexts.text(parameter.name() + "." + choice, locale);
    }
}
