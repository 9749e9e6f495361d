package com.qliento.rules.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/** Prints what compiled decisions take of the memory, and how long one takes to come back. Run by hand. */
final class DecisionMemory {

    private DecisionMemory() {}

    public static void main(String[] arguments) {
        var decisions = new Decisions();
        for (int rows : new int[] {5, 20, 100}) {
            String dmn = RulesSpeed.table(rows);
            var held = new ArrayList<DecisionModel>();
            for (int i = 0; i < 50; i++) {
                decisions.compile(dmn);
            }
            long before = used();
            long[] taken = new long[3_000];
            for (int i = 0; i < taken.length; i++) {
                long start = System.nanoTime();
                held.add(decisions.compile(dmn.replace("step 1\"", "step " + i + "\"")));
                taken[i] = System.nanoTime() - start;
            }
            long after = used();
            Arrays.sort(taken);
            held.get(17).evaluate(Map.of("total", 5, "kind", "vip"));
            System.out.printf(
                    "3,000 tables of %d rows (%,d bytes of DMN each): %,d MB, %,d bytes each, %.1f bytes for one of DMN;"
                            + " compiled in %.1f ms, 99th percentile %.1f ms, worst %.1f ms%n",
                    rows,
                    dmn.length(),
                    (after - before) >> 20,
                    (after - before) / taken.length,
                    (double) (after - before) / taken.length / dmn.length(),
                    taken[taken.length / 2] / 1e6,
                    taken[taken.length * 99 / 100] / 1e6,
                    taken[taken.length - 1] / 1e6);
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
