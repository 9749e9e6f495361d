package com.qliento.tryout;

import com.qliento.tryout.CaseResult.Compared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays one case and compares, reply by reply. */
final class CasePlay {

    private final Play play;
    private final FlowCase flowCase;
    private final List<Compared> lines = new ArrayList<>();
    private final List<CaseStep> expected = new ArrayList<>();
    private final List<CaseStep> accepted = new ArrayList<>();
    private int seen;

    CasePlay(Stage stage, Stage.Piece piece, FlowCase flowCase, Instant now) {
        this.play = stage.play(piece, flowCase.persona(), now);
        this.flowCase = flowCase;
    }

    CaseResult run() {
        try {
            for (var step : flowCase.steps()) {
                if (step.kind() == CaseStep.Kind.REPLY) {
                    expected.add(step);
                } else {
                    compare();
                    act(step);
                }
            }
            compare();
            missesAnswer();
        } finally {
            play.close();
        }
        boolean passed = lines.stream().allMatch(Compared::right);
        return new CaseResult(flowCase.id(), flowCase.name(), passed, lines, null);
    }

    private void act(CaseStep step) {
        boolean unasked = step.kind() == CaseStep.Kind.ANSWER && play.calling() == null;
        lines.add(new Compared(step.kind(), said(step), null, !unasked));
        if (!unasked) {
            accepted.add(step);
            step.play(play);
        }
    }

    private static String said(CaseStep step) {
        return step.kind() == CaseStep.Kind.ANSWER && step.choice() != null ? step.choice() : step.text();
    }

    /** A case says what every system answers that its flow asks: none is asked when cases run. */
    private void missesAnswer() {
        var call = play.calling();
        if (call != null) {
            lines.add(new Compared(CaseStep.Kind.ANSWER, null, call.target(), false));
        }
    }

    /** The steps as they would pass: replies that are not as expected are expected from now on. Once it has run. */
    List<CaseStep> accepted() {
        return accepted;
    }

    private void compare() {
        var replies = replies();
        for (int i = 0; i < Math.max(replies.size(), expected.size()); i++) {
            var step = i < expected.size() ? expected.get(i) : null;
            var reply = i < replies.size() ? replies.get(i) : null;
            lines.add(compared(step, reply));
            if (reply != null) {
                accepted.add(
                        step != null && fits(step, reply)
                                ? step
                                : CaseStep.reply(ReplyPattern.of(reply.text()), reply.options()));
            }
        }
        expected.clear();
    }

    private static Compared compared(@Nullable CaseStep step, @Nullable Reply reply) {
        return new Compared(
                CaseStep.Kind.REPLY,
                step == null ? null : shown(step.text(), step.options()),
                reply == null ? null : shown(reply.text(), reply.options()),
                step != null && reply != null && fits(step, reply));
    }

    private static boolean fits(CaseStep step, Reply reply) {
        return new ReplyPattern(step.text()).fits(reply.text())
                && (step.options().isEmpty()
                        || new ReplyPattern(String.join("\n", step.options()))
                                .fits(String.join("\n", reply.options())));
    }

    private static String shown(String text, List<String> options) {
        return options.isEmpty() ? text : text + "\n[" + String.join("] [", options) + "]";
    }

    private List<Reply> replies() {
        var said = Cases.replies(play.state().chat());
        var fresh = List.copyOf(said.subList(Math.min(seen, said.size()), said.size()));
        seen = said.size();
        return fresh;
    }
}
