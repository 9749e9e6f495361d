package com.qliento.check;

import com.qliento.chat.ChatSet;
import java.util.Arrays;

/** Prints how long the check of a flow takes on this machine. Run by hand; no test depends on the figures. */
final class CheckSpeed {

    private static final int ROUNDS = 200;

    private CheckSpeed() {}

    public static void main(String[] arguments) {
        for (int blocks : new int[] {20, 100, 200, 250}) {
            byte[] flow = LargeFlow.of(blocks);
            FlowCheck fresh = ChatSet.check();
            print(blocks + " blocks, the first check of all", fresh, flow, 1);
            print(blocks + " blocks, checked again", fresh, flow, ROUNDS);
        }
    }

    private static void print(String what, FlowCheck check, byte[] flow, int rounds) {
        long[] taken = new long[rounds];
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            found = check.check(flow, Bpmn.environment()).size();
            taken[i] = System.nanoTime() - start;
        }
        Arrays.sort(taken);
        System.out.printf(
                "%s: median %.2f ms, 99th percentile %.2f ms, %d problems%n",
                what, taken[rounds / 2] / 1e6, taken[Math.min(rounds - 1, rounds * 99 / 100)] / 1e6, found);
    }
}
