package com.qliento.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.FlowReader;
import com.qliento.flow.FlowName;
import com.qliento.organisation.OrganisationId;
import com.qliento.ruleset.LiveDecisions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the drawing board has to know before it opens a flow: all about the blocks there are, and its words. */
@Component
public final class BoardSetup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Blocks blocks;
    private final FlowReader reader;

    /** Of this vocabulary, in which the reader reads. */
    public BoardSetup(Blocks blocks, FlowReader reader) {
        this.blocks = blocks;
        this.reader = reader;
    }

    /**
     * What is around the flow on the board.
     *
     * @param flow its key
     * @param flows all of the organisation, for blocks that start another
     * @param decisions all that are published, for blocks that decide
     * @param secrets the names of all, for blocks that call other systems
     */
    public record Around(
            String flow,
            OrganisationId organisation,
            List<FlowName> flows,
            List<LiveDecisions.Live> decisions,
            Set<String> secrets) {

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
            var names = to.putArray("secrets");
            secrets.forEach(secret -> names.addObject().put("value", secret).put("label", secret));
        }
    }

    /** The setup as JSON. */
    public String json(Locale locale, boolean readOnly, Around around) {
        ObjectNode setup = JSON.createObjectNode().put("readOnly", readOnly);
        setup.set("words", words(locale));
        around.describe(setup);
        describe(setup.putArray("blocks"), locale);
        return setup.toString();
    }

    /** The setup of a board that only shows, as JSON. */
    public String looking(Locale locale) {
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
    public ArrayNode blocks(Locale locale) {
        var described = JSON.createArrayNode();
        describe(described, locale);
        return described;
    }

    /** What the blocks of a flow are called, for who looks at it on a board. */
    public BlockNames names(byte[] bpmn, Locale locale) {
        return new BlockNames(reader.read(bpmn), locale);
    }

    private void describe(ArrayNode to, Locale locale) {
        blocks.all().forEach(block -> describe(to.addObject(), block, locale));
    }

    private static void describe(ObjectNode to, Block block, Locale locale) {
        to.put("key", block.key())
                .put("template", block.template())
                .put("plain", block.plain())
                .put("usual", block.usual())
                .put("awaits", block.awaits().name())
                .put("icon", block.icon())
                .put("summary", block.summary())
                .put("type", block.element().type())
                .put("group", block.group().key())
                .put("groupLabel", block.group().label(locale))
                .put("label", block.label(locale))
                .put("help", block.help(locale));
        ObjectNode sample = to.putObject("sample");
        block.sample(locale).forEach(sample::put);
        ArrayNode exits = to.putArray("exits");
        block.exits().forEach(exit -> exits.addObject()
                .put("code", exit.code())
                .put("label", block.label(exit, locale))
                .put("needed", exit.needed()));
        ArrayNode parameters = to.putArray("parameters");
        block.parameters().forEach(parameter -> describe(parameters.addObject(), block, parameter, locale));
    }

    private static void describe(ObjectNode to, Block block, Parameter parameter, Locale locale) {
        to.put("name", parameter.name())
                .put("label", block.label(parameter, locale))
                .put("help", block.help(parameter, locale))
                .put("kind", parameter.kind().name())
                .put("required", parameter.required())
                .put("filled", parameter.filled())
                .put("splits", parameter.splits())
                .put("secrets", parameter.secrets())
                .put("defaultValue", parameter.defaultValue())
                .put("max", parameter.kind() == ParameterKind.NUMBER ? 0 : parameter.max());
        ArrayNode choices = to.putArray("choices");
        for (var choice : choices(parameter)) {
            boolean named = parameter.kind() == ParameterKind.CHOICE || parameter.kind() == ParameterKind.PICKS;
            var label = named ? block.label(parameter, choice, locale) : choice;
            choices.addObject().put("value", choice).put("label", label);
        }
    }

    private static List<String> choices(Parameter parameter) {
        return parameter.kind() == ParameterKind.BOOLEAN ? List.of("true", "false") : parameter.choices();
    }
}
