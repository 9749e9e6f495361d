package com.qliento.rules.feel;

import com.qliento.rules.feel.PatternShape.Atom;
import com.qliento.rules.feel.PatternShape.Choice;
import com.qliento.rules.feel.PatternShape.Part;
import com.qliento.rules.feel.PatternShape.Repeated;
import com.qliento.rules.feel.PatternShape.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether trying a pattern can double its work with every character: whether one of its repetitions can take the
 * same text in two ways. Its atoms are the states of an automaton (Glushkov's); the ways are two walks through it that
 * part, read the same, and meet again where they began. Repetition beside repetition ({@code a*a*}), or of parts that
 * can't be taken for each other ({@code (ab*c)*}), does no such thing.
 */
final class PatternAmbiguity {

    private static final int MOST_STATES = 1_500;
    private static final int MOST_WORK = 1_000_000;

    /** Fewer repetitions than this, all around it multiplied, do no harm: two ways each are 256 in all. */
    private static final int FEW = 9;

    /** Repetitions of nothing are tried without a look at the text, so nothing else would end them. */
    private static final int MOST_OF_NOTHING = 100;

    private static final int COPIES = 3;

    private final List<BitSet> takes = new ArrayList<>();
    private final List<Set<Integer>> next = new ArrayList<>();
    private final Set<Long> twice = new HashSet<>();
    private final Effort effort;

    /** What the whole pattern may cost, however often parts of it are looked at on their own. */
    private static final class Effort {
        private int work;
    }

    /** How a part can begin and end, and whether it can be empty. */
    private record Ends(Set<Integer> first, Set<Integer> last, boolean empty) {}

    /** Ends the search. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Found() {
            super(null, null, false, false);
        }
    }

    private PatternAmbiguity(Effort effort) {
        this.effort = effort;
    }

    /** Whether it can, or is too complicated to tell. */
    static boolean of(String pattern, int flags) {
        var parts = PatternShape.of(pattern, flags);
        var effort = new Effort();
        return parts == null || parts.stream().anyMatch(part -> of(part, effort));
    }

    private static boolean of(Part part, Effort effort) {
        var automaton = new PatternAmbiguity(effort);
        try {
            automaton.build(part, 1);
            return automaton.ambiguous();
        } catch (Found found) {
            return true;
        }
    }

    /** @param times how often what is around it repeats it, {@link PatternShape#ENDLESS} for without bound */
    private Ends build(Part part, int times) {
        work();
        if (part instanceof Atom atom) {
            if (takes.size() >= MOST_STATES) {
                throw new Found();
            }
            takes.add(atom.takes());
            next.add(new HashSet<>());
            var state = Set.of(takes.size() - 1);
            return new Ends(state, state, false);
        }
        if (part instanceof Choice choice) {
            var first = new HashSet<Integer>();
            var last = new HashSet<Integer>();
            boolean empty = false;
            for (var way : choice.ways()) {
                var ends = build(way, times);
                first.addAll(ends.first());
                last.addAll(ends.last());
                empty |= ends.empty();
            }
            return new Ends(first, last, empty);
        }
        return part instanceof Repeated repeated ? repeat(repeated, times) : sequence(((Sequence) part).parts(), times);
    }

    private Ends sequence(List<Part> parts, int times) {
        var whole = new Ends(Set.of(), Set.of(), true);
        for (var part : parts) {
            whole = join(whole, build(part, times));
        }
        return whole;
    }

    private Ends join(Ends before, Ends after) {
        connect(before.last(), after.first());
        var first = new HashSet<>(before.first());
        if (before.empty()) {
            first.addAll(after.first());
        }
        var last = new HashSet<>(after.last());
        if (after.empty()) {
            last.addAll(before.last());
        }
        return new Ends(first, last, before.empty() && after.empty());
    }

    private Ends repeat(Repeated repeated, int times) {
        var part = repeated.part();
        int most = repeated.most();
        if (most <= 1) {
            var once = most == 0 ? new Ends(Set.of(), Set.of(), true) : build(part, times);
            return new Ends(once.first(), once.last(), once.empty() || repeated.least() == 0);
        }
        if (canBeEmpty(part)
                && (long) repeated.least() * (times == PatternShape.ENDLESS ? 1 : times) > MOST_OF_NOTHING) {
            throw new Found();
        }
        int all = most == PatternShape.ENDLESS || times == PatternShape.ENDLESS
                ? PatternShape.ENDLESS
                : (int) Math.min(PatternShape.ENDLESS, (long) most * times);
        if (most != PatternShape.ENDLESS && length(part) >= 0) {
            if (most > FEW && of(new Repeated(part, 0, PatternShape.ENDLESS), effort)) {
                throw new Found();
            }
            return copies(part, repeated.least(), most, times);
        }
        if (all <= FEW) {
            return copies(part, repeated.least(), most, all);
        }
        var loop = build(part, all);
        connect(loop.last(), loop.first());
        return new Ends(loop.first(), loop.last(), loop.empty() || repeated.least() == 0);
    }

    /** Some copies, one after the other; those above the least can be left out. */
    private Ends copies(Part part, int least, int most, int times) {
        int kept = Math.min(least, COPIES);
        int all = most == least ? kept : Math.min(most, Math.max(COPIES, kept + 1));
        var whole = new Ends(Set.of(), Set.of(), true);
        for (int i = 0; i < all; i++) {
            var copy = build(part, times);
            whole = join(whole, new Ends(copy.first(), copy.last(), copy.empty() || i >= kept));
        }
        return whole;
    }

    private void connect(Set<Integer> from, Set<Integer> to) {
        for (int one : from) {
            for (int other : to) {
                work();
                if (!next.get(one).add(other)) {
                    twice.add(pair(one, other));
                }
            }
        }
    }

    /** Whether two different walks lead from a state back to it over the same text. */
    private boolean ambiguous() {
        for (int state = 0; state < takes.size(); state++) {
            if (reaches(state) && returns(state)) {
                return true;
            }
        }
        return false;
    }

    /** Walks in pairs from this state; whether a pair that parted can meet there again. */
    private boolean returns(int start) {
        var seen = new HashSet<Long>();
        var open = new ArrayDeque<int[]>();
        open.add(new int[] {start, start, 0});
        while (!open.isEmpty()) {
            var pair = open.poll();
            for (int one : next.get(pair[0])) {
                for (int other : next.get(pair[1])) {
                    work();
                    if (!takes.get(one).intersects(takes.get(other))) {
                        continue;
                    }
                    boolean parted =
                            pair[2] == 1 || one != other || (pair[0] == pair[1] && twice.contains(pair(pair[0], one)));
                    if (parted && one == start && other == start) {
                        return true;
                    }
                    if (seen.add(pair(one, other) * 2 + (parted ? 1 : 0))) {
                        open.add(new int[] {one, other, parted ? 1 : 0});
                    }
                }
            }
        }
        return false;
    }

    private boolean reaches(int from) {
        var seen = new HashSet<Integer>();
        var open = new ArrayDeque<Integer>();
        open.add(from);
        while (!open.isEmpty()) {
            for (int one : next.get(open.poll())) {
                work();
                if (one == from) {
                    return true;
                }
                if (seen.add(one)) {
                    open.add(one);
                }
            }
        }
        return false;
    }

    private static long pair(int one, int other) {
        return (long) one * MOST_STATES + other;
    }

    private void work() {
        if (++effort.work > MOST_WORK) {
            throw new Found();
        }
    }

    private static boolean canBeEmpty(Part part) {
        if (part instanceof Choice choice) {
            return choice.ways().stream().anyMatch(PatternAmbiguity::canBeEmpty);
        }
        if (part instanceof Sequence sequence) {
            return sequence.parts().stream().allMatch(PatternAmbiguity::canBeEmpty);
        }
        return part instanceof Repeated repeated && (repeated.least() == 0 || canBeEmpty(repeated.part()));
    }

    /** How many characters it takes, always; -1 when that differs. */
    private static long length(Part part) {
        if (part instanceof Choice choice) {
            var lengths = choice.ways().stream()
                    .map(PatternAmbiguity::length)
                    .distinct()
                    .toList();
            return lengths.size() == 1 ? lengths.get(0) : -1;
        }
        if (part instanceof Sequence sequence) {
            long sum = 0;
            for (var one : sequence.parts()) {
                long length = length(one);
                if (length < 0) {
                    return -1;
                }
                sum += length;
            }
            return sum;
        }
        if (part instanceof Repeated repeated) {
            long length = repeated.least() == repeated.most() ? length(repeated.part()) : -1;
            return length < 0 ? -1 : length * repeated.least();
        }
        return 1;
    }
}
