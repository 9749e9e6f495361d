package com.qliento.flow;

import com.qliento.block.Choice;
import com.qliento.block.Choices;
import com.qliento.block.ListRows;
import com.qliento.block.ListRows.Section;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MessageLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * WhatsApp's limits, as far as the text as written decides: what is too long or too many before any value is filled in.
 * What values add is cut when the message is sent.
 */
final class MessageRule implements FlowRule {

    private final FlowLanguage language;

    MessageRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> setting(node, block, parameter, findings));
                if (block.block().key().equals("buttons")) {
                    unique(node, Choices.ofButtons(block.parameters()), "button", findings);
                }
            }
        }
    }

    private void setting(Xml node, BlockNode block, Parameter parameter, Findings findings) {
        String value = block.value(parameter.name());
        if (parameter.kind() == ParameterKind.OPTIONS) {
            options(node, Choices.ofLines(value), findings);
        } else if (parameter.kind() == ParameterKind.ROWS) {
            rows(node, ListRows.parse(value), findings);
        } else if (parameter.kind().template() && parameter.max() > 0) {
            String label = "'" + block.block().label(parameter, Locale.ENGLISH) + "'";
            length(node, label, value, parameter.max(), findings);
        }
    }

    private void options(Xml node, List<Choice> options, Findings findings) {
        boolean buttons = options.size() <= Choices.MOST_BUTTONS;
        int most = buttons ? MessageLimits.BUTTON_TITLE : MessageLimits.ROW_TITLE;
        options.forEach(option -> length(node, option(option), option.title(), most, findings));
        many(node, options.size(), "options", findings);
        unique(node, options, "option", findings);
    }

    private void rows(Xml node, ListRows list, Findings findings) {
        for (Section section : list.sections()) {
            length(
                    node,
                    "the section '" + Sentences.quote(section.title()) + "'",
                    section.title(),
                    MessageLimits.SECTION_TITLE,
                    findings);
            if (section.title().isEmpty() && list.sections().size() > 1) {
                findings.error(
                        node,
                        "section-without-title",
                        Sentences.step(node) + " has rows above its first section. Begin with a line '# Title'.");
            }
            if (section.rows().isEmpty()) {
                findings.error(
                        node,
                        "empty-section",
                        Sentences.step(node) + " has a section '" + Sentences.quote(section.title())
                                + "' without rows. Add a row below it or remove it.");
            }
            for (Choice row : section.rows()) {
                length(node, option(row), row.title(), MessageLimits.ROW_TITLE, findings);
                length(
                        node,
                        "the description of " + option(row),
                        row.description(),
                        MessageLimits.ROW_DESCRIPTION,
                        findings);
                if (row.title().isEmpty()) {
                    findings.error(
                            node,
                            "row-without-title",
                            Sentences.step(node) + " has a row without a title. Write one before the '|'.");
                }
            }
        }
        many(node, list.rows().size(), "rows", findings);
        unique(node, list.rows(), "row", findings);
    }

    private static String option(Choice choice) {
        return "'" + Sentences.quote(choice.title()) + "'";
    }

    private void length(Xml node, String what, String text, int most, Findings findings) {
        int length = language.text(text, Set.of()).constantLength();
        if (length > most) {
            findings.error(
                    node,
                    "too-long",
                    Sentences.step(node) + ": " + what + " has " + length + " characters; WhatsApp allows " + most
                            + ". Shorten it.");
        }
    }

    private static void many(Xml node, int count, String what, Findings findings) {
        if (count > MessageLimits.ROWS) {
            findings.error(
                    node,
                    "too-many-choices",
                    Sentences.step(node) + " has " + count + " " + what + "; WhatsApp shows " + MessageLimits.ROWS
                            + " at most. Remove some.");
        }
    }

    private static void unique(Xml node, List<Choice> choices, String what, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Choice choice : choices) {
            if (!seen.add(choice.title())) {
                findings.error(
                        node,
                        "choice-twice",
                        Sentences.step(node) + " has the " + what + " " + option(choice)
                                + " twice. Give each a title of its own.");
            }
        }
    }
}
