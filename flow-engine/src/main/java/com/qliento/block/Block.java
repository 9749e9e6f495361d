package com.qliento.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a type of block is: one BPMN element with these parameters. All that is told of it comes from here, in the words
 * of its set. The keys of the words begin with the block's key: {@code text.label}, {@code text.help},
 * {@code text.PARAMETER.label}; what several blocks share may stand without it, and {@link #SHARED} has what all sets do.
 *
 * @param key stable in kebab case; the element says {@code camunda:modelerTemplate="qliento.<key>"}
 * @param plain whether an element of this kind without a template is this block
 * @param usual whether it is one of the few that most often come next
 * @param icon the name of an icon of the board; an unknown one is shown as a neutral one
 * @param summary what the board shows of its settings in a line: names in braces, of which one with a mark must have a
 *     value, such as <code>{name!} = {value}</code>; parts between dots ({@code ·}) without any value are left out
 * @param exits the ways out besides its arrow
 */
public record Block(
        String key,
        BlockGroup group,
        BpmnElement element,
        boolean plain,
        boolean usual,
        Awaits awaits,
        String icon,
        String summary,
        List<Parameter> parameters,
        List<Exit> exits,
        TextBundle words) {

    /** The words of groups, and of parameters that several sets have. */
    static final TextBundle SHARED = TextBundle.beside(Block.class, "Blocks");

    static final String TEMPLATE_PREFIX = "qliento.";

    private static final String SAMPLE = ".sample.";

    /** A block of this set that waits for nothing and has no parameters, to be made more of. */
    public static Builder of(TextBundle words, String key, BlockGroup group, BpmnElement element) {
        return new Builder(words, key, group, element);
    }

    /** The value of {@code camunda:modelerTemplate} on an element that is this block. */
    public String template() {
        return TEMPLATE_PREFIX + key;
    }

    /** Whether the block waits until the customer writes. */
    public boolean asks() {
        return awaits == Awaits.CUSTOMER;
    }

    /** Whether a flow stops here until the customer writes, time passes, or something happens elsewhere. */
    public boolean waits() {
        return awaits == Awaits.CUSTOMER || awaits == Awaits.TIME || awaits == Awaits.EVENT;
    }

    /** Whether a flow stops here, for a few minutes at most, until another system has answered. */
    public boolean calls() {
        return awaits == Awaits.CALL;
    }

    /** The parameter of this name, if the block has it. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Its parameters of this kind. */
    public List<Parameter> parameters(ParameterKind kind) {
        return parameters.stream().filter(p -> p.kind() == kind).toList();
    }

    /** The exit of this code, if the block has it. */
    public Optional<Exit> exit(String code) {
        return exits.stream().filter(exit -> exit.code().equals(code)).findFirst();
    }

    /** The name a user sees. */
    public String label(Locale locale) {
        return words.text(key + ".label", locale);
    }

    /** One sentence on what the block does. */
    public String help(Locale locale) {
        return words.text(key + ".help", locale);
    }

    /** The name of a parameter as a user sees it. */
    public String label(Parameter parameter, Locale locale) {
        return own(parameter.name() + ".label", locale);
    }

    /** One sentence on what to write into a parameter. */
    public String help(Parameter parameter, Locale locale) {
        return own(parameter.name() + ".help", locale);
    }

    /** What a user sees for one of the parameter's choices. */
    public String label(Parameter parameter, String choice, Locale locale) {
        return own(parameter.name() + "." + choice, locale);
    }

    /** When an exit is taken, as a user sees it who draws. */
    public String label(Exit exit, Locale locale) {
        return own("exit." + exit.name() + ".label", locale);
    }

    /** That an exit was taken, as a user sees it who reads what happened. */
    public String taken(Exit exit, Locale locale) {
        return own("exit." + exit.name() + ".taken", locale);
    }

    /**
     * Settings that show the block at its best, by the words {@code KEY.sample.PARAMETER}. They are complete but for what
     * only an organisation has: its flows, decisions and files.
     */
    public Map<String, String> sample(Locale locale) {
        var sample = new LinkedHashMap<String, String>();
        for (Parameter parameter : parameters) {
            words.find(key + SAMPLE + parameter.name(), locale).ifPresent(value -> sample.put(parameter.name(), value));
        }
        return sample;
    }

    private String own(String name, Locale locale) {
        return words.find(key + "." + name, locale)
                .or(() -> words.find(name, locale))
                .orElseGet(() -> SHARED.text(name, locale));
    }

    /** Makes a block step by step. */
    public static final class Builder {

        private final TextBundle words;
        private final String key;
        private final BlockGroup group;
        private final BpmnElement element;
        private boolean plain;
        private boolean usual;
        private Awaits awaits = Awaits.NOTHING;
        private String icon;
        private String summary = "";
        private List<Exit> exits = List.of();

        private Builder(TextBundle words, String key, BlockGroup group, BpmnElement element) {
            this.words = words;
            this.key = key;
            this.group = group;
            this.element = element;
            this.icon = key;
        }

        /** An element of this kind without a template is this block. */
        public Builder evenWithoutTemplate() {
            plain = true;
            return this;
        }

        /** It is one of the few that most often come next. */
        public Builder usual() {
            usual = true;
            return this;
        }

        /** A flow stops here for this. */
        public Builder awaiting(Awaits what) {
            awaits = what;
            return this;
        }

        /** Shown by this icon, not by one that has the block's key as its name. */
        public Builder icon(String name) {
            icon = name;
            return this;
        }

        /** What the board shows of its settings, see {@link Block#summary()}. */
        public Builder summary(String pattern) {
            summary = pattern;
            return this;
        }

        /** The ways out besides its arrow. */
        public Builder exits(Exit... all) {
            exits = List.of(all);
            return this;
        }

        /** The block with these parameters, in the order they are asked for. */
        public Block with(Parameter... parameters) {
            return new Block(
                    key, group, element, plain, usual, awaits, icon, summary, List.of(parameters), exits, words);
        }
    }
}
