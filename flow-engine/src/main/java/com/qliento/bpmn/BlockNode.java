package com.qliento.bpmn;

import com.qliento.block.Block;
import com.qliento.block.Parameter;
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

    /** The whole number of a parameter, or its default when the value is none. */
    public int number(String parameter) {
        String value = value(parameter);
        String otherwise =
                block.parameter(parameter).map(Parameter::defaultValue).orElse("0");
        return Integer.parseInt(value.matches("\\d{1,6}") ? value : otherwise);
    }
}
