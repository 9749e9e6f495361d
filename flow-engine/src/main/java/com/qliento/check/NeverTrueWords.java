package com.qliento.check;

import com.qliento.block.Names;
import com.qliento.bpmn.Answer;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.feel.NeverTrue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of comparisons that can't be true: an answer is text, and no text is above or equal to a number. */
final class NeverTrueWords {

    private NeverTrueWords() {}

    /** What holds text in this flow, or nothing: answers that nothing but questions and picks of text give, and the contact's details. */
    static Set<String> texts(FlowModel flow) {
        var texts = new HashSet<String>(Set.of(Names.ANSWER, Names.CHOICE));
        Names.CONTACT_FIELDS.forEach(field -> texts.add(Names.CONTACT + "." + field));
        flow.answers().forEach(answer -> texts.add(answer.name()));
        for (BlockNode block : flow.blocks().values()) {
            block.answers().stream()
                    .map(Answer::name)
                    .filter(name -> !block.keepsText(name))
                    .forEach(texts::remove);
        }
        return texts;
    }

    /** Warns of each part; {@code mendable} where a name can be replaced without touching anything else. */
    static void report(Xml at, Phrase what, List<NeverTrue> parts, boolean mendable, Findings findings) {
        for (NeverTrue part : parts) {
            String code =
                    switch (part.reason()) {
                        case TEXT_WITH_NUMBER -> part.name().isEmpty() ? "never-true" : "text-with-number";
                        case OTHER_KINDS -> "never-true";
                        case EMPTY_RANGE -> "empty-range";
                    };
            findings.warning(
                    at,
                    Said.of(code, Sentences.step(at), what, Sentences.quote(part.part()), Sentences.quote(part.name()))
                            .mendedBy(mendable ? asNumber(at, part) : null));
        }
    }

    private static @Nullable Repair asNumber(Xml at, NeverTrue part) {
        return part.numeral()
                ? new Repair("rename", at.id(), Map.of("from", part.name(), "to", "number(" + part.name() + ")"))
                : null;
    }
}
