package com.qliento.rules.sheet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Which row of a table is which row of the one that takes its place: first those that say the same, then those with the
 * same conditions, then those that follow the same row.
 */
final class RowPairs {

    private final List<List<String>> before;
    private final List<List<String>> after;
    private final int[] pairs;
    private final boolean[] taken;

    private RowPairs(List<List<String>> before, List<List<String>> after) {
        this.before = before;
        this.after = after;
        this.pairs = new int[after.size()];
        this.taken = new boolean[before.size()];
        Arrays.fill(pairs, -1);
    }

    /**
     * For each row afterwards the one it was before, or -1.
     *
     * @param before cells of the columns that both tables have
     * @param conditions how many of the first cells are conditions
     */
    static int[] of(List<List<String>> before, List<List<String>> after, int conditions) {
        var matching = new RowPairs(before, after);
        matching.match(Function.identity());
        if (conditions > 0) {
            matching.match(row -> row.subList(0, conditions));
        }
        matching.follow();
        return matching.pairs;
    }

    private void match(Function<List<String>, List<String>> key) {
        var known = new HashMap<List<String>, Deque<Integer>>();
        for (int i = 0; i < before.size(); i++) {
            if (!taken[i]) {
                known.computeIfAbsent(key.apply(before.get(i)), unused -> new ArrayDeque<>())
                        .add(i);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            Deque<Integer> same = pairs[i] < 0 ? known.get(key.apply(after.get(i))) : null;
            if (same != null && !same.isEmpty()) {
                pair(i, same.remove());
            }
        }
    }

    private void follow() {
        for (int i = 0; i < after.size(); i++) {
            int next = i == 0 ? 0 : pairs[i - 1] < 0 ? before.size() : pairs[i - 1] + 1;
            if (pairs[i] < 0 && next < before.size() && !taken[next]) {
                pair(i, next);
            }
        }
    }

    private void pair(int row, int was) {
        pairs[row] = was;
        taken[was] = true;
    }
}
