package com.qliento.rules.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Until when a privacy case has to be answered: every date that counts, the one that binds first.
 *
 * @param candidates by their ends; the first binds
 * @param duties other dates on the way: an acknowledgement, a notice
 */
public record Deadlines(List<Due> candidates, List<Due> duties) {

    public Deadlines {
        candidates = List.copyOf(candidates);
        duties = List.copyOf(duties);
    }

    /**
     * A date and the rule it is by.
     *
     * @param before the first instant that is too late
     */
    public record Due(Instant before, PolicyRule rule) {}

    /** The one that binds. */
    public Due binding() {
        return candidates.get(0);
    }

    /** Collects what rules say. */
    public static final class Findings {

        private final List<Due> candidates = new ArrayList<>();
        private final List<Due> duties = new ArrayList<>();

        Findings() {}

        public void answer(Instant before, String rule) {
            candidates.add(new Due(before, new PolicyRule(rule)));
        }

        public void duty(Instant before, String rule) {
            duties.add(new Due(before, new PolicyRule(rule)));
        }

        Deadlines deadlines() {
            Comparator<Due> order = Comparator.comparing(Due::before)
                    .thenComparing(due -> due.rule().id());
            return new Deadlines(
                    candidates.stream().sorted(order).toList(),
                    duties.stream().sorted(order).toList());
        }
    }
}
