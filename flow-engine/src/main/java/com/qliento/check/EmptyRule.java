package com.qliento.check;

import com.qliento.block.Names;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.Answer;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.feel.TextTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * WhatsApp takes no empty text, option or row. What is nothing but a value that may be empty is a warning: it would be
 * left out, or not be sent at all.
 */
@Component
@Order(170)
final class EmptyRule implements FlowRule {

    private static final Pattern INSERT = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Pattern NOTHING = Pattern.compile("\"\\s*\"|\\bnull\\b");
    /** Everybody has a name; the number may be hidden, and nobody's language is known for sure. */
    private static final Pattern MAYBE_KNOWN = Pattern.compile("\\b" + Names.CONTACT + "\\.(?!name\\b)[\\p{L}_]+");

    private static final Pattern WORDS = Pattern.compile("\"[^\"]*[^\\s\"][^\"]*\"");

    private final FlowLanguage language;

    EmptyRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Map<String, Boolean> named = named(flow);
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                MessagePart.of(block).stream()
                        .filter(MessagePart::needed)
                        .forEach(part -> check(node, part, named, findings));
            }
        }
    }

    private void check(Xml node, MessagePart part, Map<String, Boolean> named, Findings findings) {
        if (part.text().isBlank() || !INSERT.matcher(part.text()).replaceAll("").isBlank()) {
            return;
        }
        var inserts = language.text(part.text(), Set.of()).inserts();
        if (!inserts.isEmpty() && inserts.stream().allMatch(insert -> empty(insert.feel(), insert.names(), named))) {
            TextTemplate.Insert first = inserts.get(0);
            findings.warning(
                    node, Said.of("maybe-empty", Sentences.step(node), part.what(), Sentences.quote(first.feel())));
        }
    }

    /** The names a flow gives values to, and whether each may be empty; an answer never is. */
    private Map<String, Boolean> named(FlowModel flow) {
        var named = new HashMap<String, Boolean>();
        for (BlockNode block : flow.blocks().values()) {
            for (Answer answer : block.answers()) {
                boolean empty = !block.block().asks() && maybeEmpty(block, answer.name());
                named.merge(answer.name(), empty, Boolean::logicalOr);
            }
        }
        return named;
    }

    /** Whether the value it keeps may be nothing: what it works out, or what nobody knows beforehand. */
    private boolean maybeEmpty(BlockNode block, String name) {
        if (!block.picks().isEmpty()) {
            return block.picks().stream().anyMatch(pick -> pick.name().equals(name) && pick.mayBeEmpty());
        }
        List<String> worked = block.values(ParameterKind.FEEL);
        return worked.isEmpty() || worked.stream().anyMatch(value -> empty(value, language.names(value), Map.of()));
    }

    /** Whether an expression may give nothing; of a name that nothing gives a value to this is told elsewhere. */
    private static boolean empty(String feel, Set<String> names, Map<String, Boolean> named) {
        if (NOTHING.matcher(feel).find()) {
            return true;
        }
        if (PATH.matcher(feel.strip()).matches()) {
            return MAYBE_KNOWN.matcher(feel).find()
                    || named.getOrDefault(feel.strip().split("\\.", 2)[0], false);
        }
        return !WORDS.matcher(feel).find()
                && (MAYBE_KNOWN.matcher(feel).find()
                        || names.stream().anyMatch(name -> named.getOrDefault(name, false)));
    }
}
