package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import com.qliento.flow.BeforePublishing;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds a flow back whose test cases fail. */
@Component
class CasesBeforePublishing implements BeforePublishing {

    private static final ProblemType CASES_FAIL = new ProblemType(ProblemKind.INVALID, "cases-fail", "Test cases fail");

    private final FlowCases cases;

    CasesBeforePublishing(FlowCases cases) {
        this.cases = cases;
    }

    @Override
    public void check(Actor actor, Draft flow) {
        var all = cases.list(actor, flow.key());
        if (all.isEmpty()) {
            return;
        }
        var results = cases.play(actor, flow, all);
        var failed = results.stream().filter(result -> !result.passed()).toList();
        if (!failed.isEmpty()) {
            throw CASES_FAIL
                    .because(failed.size() + " of " + results.size() + " test cases fail: "
                            + failed.stream().map(one -> "'" + one.name() + "'").collect(Collectors.joining(", "))
                            + ". Mend the flow or the cases, or publish anyway.")
                    .with("cases", results);
        }
    }
}
