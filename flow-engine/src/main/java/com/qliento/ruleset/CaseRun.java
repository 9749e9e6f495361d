package com.qliento.ruleset;

import com.qliento.rules.decision.DecisionRow;
import java.util.List;
import java.util.Map;

/**
 * What became of the cases of a decision.
 *
 * @param passed whether all are as they should be
 * @param untested rows of its tables that no case reaches
 */
public record CaseRun(boolean passed, List<Played> cases, List<DecisionRow> untested) {

    static CaseRun of(List<Played> cases, List<DecisionRow> untested) {
        return new CaseRun(cases.stream().allMatch(Played::passed), cases, untested);
    }

    /**
     * One case.
     *
     * @param got what it came to instead; empty when it passed
     */
    public record Played(DecisionCase test, boolean passed, Map<String, Object> got) {

        /** Shows no value. */
        @Override
        public String toString() {
            return "Played[" + test + ", " + passed + "]";
        }
    }
}
