package com.qliento.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import java.util.List;
import java.util.Locale;

/** What the drawing board has to know before it opens a flow: the blocks, and its language. */
public final class BoardSetup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BoardSetup() {}

    /** The setup as JSON. */
    public static String json(Locale locale, boolean readOnly) {
        ObjectNode setup = JSON.createObjectNode().put("readOnly", readOnly).put("language", locale.toLanguageTag());
        ArrayNode blocks = setup.putArray("blocks");
        Blocks.all().forEach(block -> describe(blocks.addObject(), block, locale));
        return setup.toString();
    }

    private static void describe(ObjectNode to, Block block, Locale locale) {
        to.put("key", block.key())
                .put("template", block.template())
                .put("plain", block.plain())
                .put("type", block.element().type())
                .put("group", block.group().key())
                .put("groupLabel", block.group().label(locale))
                .put("label", block.label(locale))
                .put("help", block.help(locale));
        ArrayNode parameters = to.putArray("parameters");
        block.parameters().forEach(parameter -> describe(parameters.addObject(), block, parameter, locale));
    }

    private static void describe(ObjectNode to, Block block, Parameter parameter, Locale locale) {
        to.put("name", parameter.name())
                .put("label", block.label(parameter, locale))
                .put("help", block.help(parameter, locale))
                .put("kind", parameter.kind().name())
                .put("required", parameter.required())
                .put("defaultValue", parameter.defaultValue())
                .put("max", parameter.kind() == ParameterKind.NUMBER ? 0 : parameter.max());
        ArrayNode choices = to.putArray("choices");
        for (var choice : choices(parameter)) {
            var label = parameter.kind() == ParameterKind.BOOLEAN ? choice : block.label(parameter, choice, locale);
            choices.addObject().put("value", choice).put("label", label);
        }
    }

    private static List<String> choices(Parameter parameter) {
        return parameter.kind() == ParameterKind.BOOLEAN ? List.of("true", "false") : parameter.choices();
    }
}
