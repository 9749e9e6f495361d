package com.qliento.ruleset;

import com.qliento.rules.decision.DecisionRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a draft would have decided where flows decided before. Holds no value of a customer.
 *
 * @param looked how many decisions were decided anew
 * @param same how many of them come out as they did
 * @param gone how many can't be read any more: erased, or over their time
 * @param rest how many of those asked for were not looked at, since the others took the time there is
 * @param missing inputs that the draft asks for and that were not given then; they were taken as unknown
 * @param changes what would come out otherwise, the most frequent first
 */
public record Rerun(int looked, int same, int gone, int rest, List<String> missing, List<Change> changes) {

    public Rerun {
        missing = List.copyOf(missing);
        changes = List.copyOf(changes);
    }

    /**
     * Decisions that would change alike.
     *
     * @param before rows that decided, as they are in the version of then; empty for none
     * @param now rows that would decide, as they are in the draft; empty for none
     * @param failed whether the draft can't decide about them
     * @param examples the newest of them
     */
    public record Change(
            List<DecisionRow> before, List<DecisionRow> now, boolean failed, int times, List<Example> examples) {

        public Change {
            before = List.copyOf(before);
            now = List.copyOf(now);
            examples = List.copyOf(examples);
        }
    }

    /** One of them: where to look it up. */
    public record Example(Instant at, UUID conversation, int version) {}
}
