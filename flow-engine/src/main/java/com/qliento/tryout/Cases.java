package com.qliento.tryout;

import com.qliento.block.TapId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a case of a chat. */
final class Cases {

    private Cases() {}

    /** The steps that lead to this chat again. */
    static List<CaseStep> steps(List<Line> chat) {
        return chat.stream()
                .map(line -> line.accept(new Steps()))
                .flatMap(List::stream)
                .toList();
    }

    /** What the flow said in this chat. */
    static List<Reply> replies(List<Line> chat) {
        var replies = new ArrayList<Reply>();
        for (var line : chat) {
            if (line instanceof Line.Said said) {
                replies.add(Reply.of(said.content()));
            }
        }
        return replies;
    }

    private static final class Steps implements Line.Cases<List<CaseStep>> {

        @Override
        public List<CaseStep> wrote(Line.Wrote line) {
            return List.of(new CaseStep(
                    line.media() != null ? CaseStep.Kind.MEDIA : kind(line.choice()),
                    line.text(),
                    line.choice() == null ? null : TapId.choiceOf(line.choice()),
                    line.media() == null ? null : line.media().name().toLowerCase(Locale.ROOT),
                    List.of()));
        }

        private static CaseStep.Kind kind(@Nullable String choice) {
            return choice == null ? CaseStep.Kind.SAY : CaseStep.Kind.TAP;
        }

        @Override
        public List<CaseStep> said(Line.Said line) {
            var reply = Reply.of(line.content());
            return List.of(CaseStep.reply(ReplyPattern.of(reply.text()), reply.options()));
        }

        @Override
        public List<CaseStep> asked(Line.Asked line) {
            return List.of();
        }

        @Override
        public List<CaseStep> answered(Line.Answered line) {
            return List.of(CaseStep.answer(line.answer()));
        }

        @Override
        public List<CaseStep> note(Line.Note line) {
            return line.kind() == Line.Note.Kind.TIME_PASSED
                    ? List.of(new CaseStep(CaseStep.Kind.SKIP, line.passed().toString(), null, null, List.of()))
                    : List.of();
        }
    }
}
