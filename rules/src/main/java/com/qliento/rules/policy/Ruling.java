package com.qliento.rules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy came to: the strictest of what its rules say, allowed when none says anything.
 *
 * @param outcome what happens
 * @param rules that said so or less, the strictest first
 */
public record Ruling(Outcome outcome, List<PolicyRule> rules) {

    public Ruling {
        rules = List.copyOf(rules);
    }

    /** From the mildest to the strictest. */
    public enum Outcome {
        ALLOWED,
        /** Later today: it goes by itself when the time comes. */
        DELAYED,
        /** Until something changes. */
        HELD,
        /** Never. */
        REFUSED
    }

    public boolean allowed() {
        return outcome == Outcome.ALLOWED;
    }

    /** The rule that decided, none when it is allowed. */
    public Optional<PolicyRule> decisive() {
        return rules.stream().findFirst();
    }

    /** Collects what rules say while they fire. */
    public static final class Findings {

        private final List<PolicyRule> rules = new ArrayList<>();
        private Outcome outcome = Outcome.ALLOWED;

        Findings() {}

        public void delay(String rule) {
            add(rule, Outcome.DELAYED);
        }

        public void hold(String rule) {
            add(rule, Outcome.HELD);
        }

        public void refuse(String rule) {
            add(rule, Outcome.REFUSED);
        }

        private void add(String rule, Outcome said) {
            boolean strictest = said.compareTo(outcome) > 0;
            rules.add(strictest ? 0 : rules.size(), new PolicyRule(rule));
            outcome = strictest ? said : outcome;
        }

        Ruling ruling() {
            return new Ruling(outcome, rules);
        }
    }
}
