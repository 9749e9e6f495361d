package com.qliento.check;

import com.qliento.block.Choice;
import com.qliento.block.Choices;
import com.qliento.block.Keywords;
import com.qliento.block.ListRows;
import com.qliento.block.ListRows.Section;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.rules.feel.TextTemplate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * WhatsApp's limits: what is too long or too many as it is written is an error, what can become too long by the values
 * that are filled in is a warning, since the rest would be cut when the message is sent.
 */
@Component
@Order(160)
final class MessageRule implements FlowRule {

    private final FlowLanguage language;

    MessageRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var values = new LongestValues(flow, language);
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> lists(node, block, parameter, findings));
                MessagePart.of(block).forEach(part -> length(node, part, values, findings));
                unique(node, Choices.ofTitles(block.values(ParameterKind.BUTTON)), "button", findings);
            }
        }
    }

    private void lists(Xml node, BlockNode block, Parameter parameter, Findings findings) {
        String value = block.value(parameter.name());
        if (parameter.kind() == ParameterKind.OPTIONS) {
            List<Choice> options = Choices.ofLines(value);
            many(node, options.size(), "options", findings);
            unique(node, options, "option", findings);
        } else if (parameter.kind() == ParameterKind.ROWS) {
            ListRows list = ListRows.parse(value);
            sections(node, list, findings);
            many(node, list.rows().size(), "rows", findings);
            unique(node, list.rows(), "row", findings);
        }
    }

    private static void sections(Xml node, ListRows list, Findings findings) {
        for (Section section : list.sections()) {
            if (section.title().isEmpty() && list.sections().size() > 1) {
                findings.error(node, Said.of("section-without-title", Sentences.step(node)));
            }
            if (section.rows().isEmpty()) {
                findings.error(node, Said.of("empty-section", Sentences.step(node), Sentences.quote(section.title())));
            }
            if (section.rows().stream().anyMatch(row -> row.title().isEmpty())) {
                findings.error(node, Said.of("row-without-title", Sentences.step(node)));
            }
        }
    }

    private void length(Xml node, MessagePart part, LongestValues values, Findings findings) {
        FlowLanguage.Text text = language.text(part.text(), Set.of());
        int least = text.constantLength();
        if (least > part.most()) {
            findings.error(
                    node,
                    Said.of("too-long", Sentences.step(node), part.what(), least, part.most())
                            .mendedBy(part.splits() ? Repair.of("split-text", node) : null));
            return;
        }
        int worst = text.inserts().stream().mapToInt(values::longest).sum() + least;
        if (worst > part.most()) {
            TextTemplate.Insert main = Collections.max(text.inserts(), Comparator.comparingInt(values::longest));
            int room = part.most() - worst + values.longest(main);
            findings.warning(
                    node,
                    Said.of(
                                    "maybe-too-long",
                                    Sentences.step(node),
                                    part.what(),
                                    worst,
                                    Sentences.quote(main.feel()),
                                    values.longest(main),
                                    part.most())
                            .mendedBy(values.limit(main, room)));
        }
    }

    private static void many(Xml node, int count, String what, Findings findings) {
        if (count > MessageLimits.ROWS) {
            findings.error(node, Said.of("too-many-choices." + what, Sentences.step(node), count, MessageLimits.ROWS));
        }
    }

    private static void unique(Xml node, List<Choice> choices, String what, Findings findings) {
        var seen = new HashSet<String>();
        var written = new HashSet<String>();
        for (Choice choice : choices) {
            boolean alike = !choice.title().contains("{{") && !written.add(Keywords.normalise(choice.title()));
            if (alike && !seen.contains(choice.title())) {
                findings.warning(
                        node, Said.of("choice-alike", Sentences.step(node), MessagePart.quoted(choice.title())));
            }
            if (!seen.add(choice.title())) {
                findings.error(
                        node,
                        Said.of("choice-twice." + what, Sentences.step(node), MessagePart.quoted(choice.title())));
            }
        }
    }
}
