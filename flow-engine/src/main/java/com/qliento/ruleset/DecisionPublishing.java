package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes drafts live that decide about their test cases as these say. */
@Component
public class DecisionPublishing {

    private final DecisionAuthoring authoring;
    private final DecisionCases cases;

    DecisionPublishing(DecisionAuthoring authoring, DecisionCases cases) {
        this.authoring = authoring;
        this.cases = cases;
    }

    /**
     * As {@link DecisionAuthoring#publish}, and throws {@link Problem} {@code decision-cases-fail} with the {@code cases}
     * that fail.
     *
     * @param anyway even when cases fail
     */
    public DecisionVersion publish(Actor actor, String key, String note, @Nullable Long seen, boolean anyway) {
        actor.require(Permission.PUBLISH_FLOWS);
        if (anyway || cases.list(actor, key).isEmpty()) {
            return authoring.publish(actor, key, note, seen);
        }
        DecisionDraft draft = authoring.get(actor, key);
        if (authoring.check(actor, draft.dmn(), Locale.ENGLISH).stream().noneMatch(DecisionFinding::error)) {
            requirePassed(cases.run(actor, key, draft.dmn()));
        }
        return authoring.publish(actor, key, note, seen == null ? draft.revision() : seen);
    }

    private static void requirePassed(CaseRun run) {
        var failed = run.cases().stream().filter(played -> !played.passed()).toList();
        if (!failed.isEmpty()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "decision-cases-fail",
                            "Test cases fail",
                            failed.size() + " of " + run.cases().size() + " test cases fail: "
                                    + failed.stream()
                                            .map(played -> "'" + played.test().name() + "'")
                                            .collect(Collectors.joining(", "))
                                    + ". Mend the table or the cases, or publish anyway.")
                    .with("cases", failed);
        }
    }
}
