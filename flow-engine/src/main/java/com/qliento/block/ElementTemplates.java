package com.qliento.block;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * The bpmn.io element templates of all blocks, in the Camunda 7 flavour, that the designer loads. The format allows only
 * one-line fields and drop-downs for a {@code camunda:property}; areas of several lines are the designer's own to show.
 */
public final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ElementTemplates() {}

    /** A JSON array, one template a block in palette order; the same text for the same language every time. */
    public static String json(Blocks blocks, Locale locale) {
        ArrayNode templates = JSON.createArrayNode();
        blocks.all().forEach(block -> templates.add(template(block, locale)));
        return templates.toPrettyString();
    }

    private static ObjectNode template(Block block, Locale locale) {
        ObjectNode template = JSON.createObjectNode();
        template.put("$schema", SCHEMA);
        template.put("name", block.label(locale));
        template.put("id", block.template());
        template.put("description", block.help(locale));
        template.putObject("category")
                .put("id", "qliento." + block.group().key())
                .put("name", block.group().label(locale));
        ArrayNode appliesTo = template.putArray("appliesTo");
        if (block.element().activity()) {
            appliesTo.add("bpmn:Task");
        }
        appliesTo.add(block.element().type());
        template.putObject("elementType").put("value", block.element().type());
        ArrayNode properties = template.putArray("properties");
        block.parameters().forEach(parameter -> properties.add(property(block, parameter, locale)));
        return template;
    }

    private static ObjectNode property(Block block, Parameter parameter, Locale locale) {
        ObjectNode property = JSON.createObjectNode();
        property.put("label", block.label(parameter, locale));
        property.put("description", block.help(parameter, locale));
        boolean choice = parameter.kind() == ParameterKind.CHOICE;
        property.put("type", choice ? "Dropdown" : "String");
        if (!parameter.defaultValue().isEmpty()) {
            property.put("value", parameter.defaultValue());
        }
        if (choice) {
            ArrayNode choices = property.putArray("choices");
            parameter.choices().forEach(value -> choices.addObject()
                    .put("name", block.label(parameter, value, locale))
                    .put("value", value));
        }
        property.putObject("binding").put("type", "camunda:property").put("name", parameter.name());
        constrain(property, parameter);
        return property;
    }

    private static void constrain(ObjectNode property, Parameter parameter) {
        ObjectNode constraints = JSON.createObjectNode();
        if (parameter.required()) {
            constraints.put("notEmpty", true);
        }
        if (parameter.kind() == ParameterKind.NUMBER) {
            constraints.put("pattern", "\\d{1,6}");
        } else if (parameter.max() > 0 && !parameter.kind().template()) {
            constraints.put("maxLength", parameter.max());
        }
        if (!constraints.isEmpty()) {
            property.set("constraints", constraints);
        }
    }
}
