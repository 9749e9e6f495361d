package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowProblem;
import com.qliento.flow.BeforePublishing;
import com.qliento.flow.FlowPublishing;
import com.qliento.problem.Problem;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Holds a flow back whose test cases fail. */
@Component
class CasesBeforePublishing implements BeforePublishing {

    private final FlowCases cases;
    private final FlowPublishing publishing;

    CasesBeforePublishing(FlowCases cases, FlowPublishing publishing) {
        this.cases = cases;
        this.publishing = publishing;
    }

    @Override
    public void check(Actor actor, String flowKey) {
        var all = cases.list(actor, flowKey);
        if (all.isEmpty() || publishing.check(actor, flowKey).stream().anyMatch(FlowProblem::error)) {
            return;
        }
        var results = cases.play(actor, flowKey, all);
        var failed = results.stream().filter(result -> !result.passed()).toList();
        if (!failed.isEmpty()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "cases-fail",
                            "Test cases fail",
                            failed.size() + " of " + results.size() + " test cases fail: "
                                    + failed.stream()
                                            .map(one -> "'" + one.name() + "'")
                                            .collect(Collectors.joining(", "))
                                    + ". Mend the flow or the cases, or publish anyway.")
                    .with("cases", results);
        }
    }
}
