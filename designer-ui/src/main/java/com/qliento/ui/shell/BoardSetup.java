package com.qliento.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.flow.FlowName;
import com.qliento.organisation.OrganisationId;
import com.qliento.ruleset.LiveDecisions;
import java.util.List;
import java.util.Locale;

/** What the drawing board has to know before it opens a flow: the blocks, and its words. */
public final class BoardSetup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BoardSetup() {}

    /**
     * What is around the flow on the board.
     *
     * @param flow its key
     * @param flows all of the organisation, for blocks that start another
     * @param decisions all that are published, for blocks that decide
     */
    public record Around(
            String flow, OrganisationId organisation, List<FlowName> flows, List<LiveDecisions.Live> decisions) {

        void describe(ObjectNode to) {
            to.put("flow", flow).put("organisation", organisation.toString());
            var others = to.putArray("flows");
            flows.stream().filter(other -> !other.key().equals(flow)).forEach(other -> others.addObject()
                    .put("value", other.key())
                    .put("label", other.name() + " (" + other.key() + ")"));
            var tables = to.putArray("decisions");
            decisions.forEach(decision -> tables.addObject()
                    .put("value", decision.key())
                    .put("label", decision.name() + " (" + decision.key() + ")"));
        }
    }

    /** The setup as JSON. */
    public static String json(Locale locale, boolean readOnly, Around around) {
        ObjectNode setup = JSON.createObjectNode().put("readOnly", readOnly);
        setup.set("words", words(locale));
        around.describe(setup);
        describe(setup.putArray("blocks"), locale);
        return setup.toString();
    }

    /** The setup of a board that only shows, as JSON. */
    public static String looking(Locale locale) {
        ObjectNode setup = JSON.createObjectNode().put("readOnly", true);
        setup.set("words", words(locale));
        setup.put("flow", "").put("organisation", "").putArray("flows");
        describe(setup.putArray("blocks"), locale);
        return setup.toString();
    }

    /** The setup of a board for tables, as JSON. */
    public static String table(Locale locale, boolean readOnly) {
        ObjectNode setup = JSON.createObjectNode().put("readOnly", readOnly);
        setup.set("words", words(locale));
        setup.set("own", JSON.valueToTree(Bundles.under("table.", locale)));
        return setup.toString();
    }

    /** What boards say, in this language; with places for values, which they fill in. */
    public static ObjectNode words(Locale locale) {
        return JSON.valueToTree(Bundles.under("board.", locale));
    }

    /** The blocks there are, in these words. */
    public static ArrayNode blocks(Locale locale) {
        var blocks = JSON.createArrayNode();
        describe(blocks, locale);
        return blocks;
    }

    private static void describe(ArrayNode blocks, Locale locale) {
        Blocks.all().forEach(block -> describe(blocks.addObject(), block, locale));
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
