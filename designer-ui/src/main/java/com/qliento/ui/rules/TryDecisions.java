package com.qliento.ui.rules;

import com.qliento.ruleset.DecisionCases;
import com.qliento.ruleset.DecisionRerun;
import com.qliento.ruleset.DecisionTrial;
import com.qliento.ui.shell.SignedIn;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Puts beside a table what it is tried with: typed values, test cases, and what was decided for real. */
@Component
class TryDecisions {

    private final DecisionTrial trial;
    private final DecisionCases cases;
    private final DecisionRerun rerun;
    private final Clock clock;

    TryDecisions(DecisionTrial trial, DecisionCases cases, DecisionRerun rerun, Clock clock) {
        this.trial = trial;
        this.cases = cases;
        this.rerun = rerun;
        this.clock = clock;
    }

    TryDecision beside(DecisionCanvas canvas, SignedIn signedIn) {
        return new TryDecision(
                trial, new DecisionTests(cases, signedIn), new RealTries(rerun, signedIn, clock), signedIn, canvas);
    }
}
