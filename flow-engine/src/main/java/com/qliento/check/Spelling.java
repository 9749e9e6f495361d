package com.qliento.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which known name somebody meant. */
final class Spelling {

    /** Names have 63 characters at most; what is longer is no slip of the pen. */
    private static final int LONGEST = 63;

    private Spelling() {}

    /** The one name that is nearest, within a slip or two; empty when none or several are. */
    static Optional<String> near(String word, Set<String> names) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = word.length() < 4 ? 1 : 2;
        record Near(String name, int slips) {}
        List<Near> near = names.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= allowed)
                .map(name -> new Near(name, slips(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))))
                .filter(found -> found.slips() <= allowed)
                .sorted(Comparator.comparingInt(Near::slips))
                .toList();
        boolean clear = near.size() == 1
                || (near.size() > 1 && near.get(0).slips() < near.get(1).slips());
        return clear ? Optional.of(near.get(0).name()) : Optional.empty();
    }

    /** Characters to add, drop, change, or swap with the next. */
    private static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, i, j, cost);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int i, int j, int[][] cost) {
        int change = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
