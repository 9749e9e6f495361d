package com.qliento.rules.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when data is kept.
 *
 * @param until from then on nobody can read it; null for as long as the hold on it lasts
 * @param rules that said so, the one that decided first
 */
public record Retention(@Nullable Instant until, List<PolicyRule> rules) {

    public Retention {
        rules = List.copyOf(rules);
    }

    /** What rules say: a longest time, a shortest that law wants, a wish between the two, a hold. */
    public static final class Findings {

        private record Said(Instant until, PolicyRule rule) {}

        private final List<Said> atMost = new ArrayList<>();
        private final List<Said> atLeast = new ArrayList<>();
        private @Nullable PolicyRule hold;

        Findings() {}

        public void atMost(Instant until, String rule) {
            atMost.add(new Said(until, new PolicyRule(rule)));
        }

        public void atLeast(Instant until, String rule) {
            atLeast.add(new Said(until, new PolicyRule(rule)));
        }

        public void hold(String rule) {
            hold = new PolicyRule(rule);
        }

        /** The earliest end, but no earlier than law wants. */
        Retention retention() {
            var rules = new ArrayList<PolicyRule>();
            Said end = atMost.stream().min(Comparator.comparing(Said::until)).orElseThrow();
            Said law = atLeast.stream().max(Comparator.comparing(Said::until)).orElse(null);
            Said decisive = law != null && law.until().isAfter(end.until()) ? law : end;
            rules.add(decisive.rule());
            atMost.stream()
                    .map(Said::rule)
                    .filter(rule -> !rules.contains(rule))
                    .forEach(rules::add);
            atLeast.stream()
                    .map(Said::rule)
                    .filter(rule -> !rules.contains(rule))
                    .forEach(rules::add);
            if (hold != null) {
                rules.add(0, hold);
                return new Retention(null, rules);
            }
            return new Retention(decisive.until(), rules);
        }
    }
}
