package com.qliento.rules.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Ids that nothing in a file has yet; the same asked in the same order gives the same. */
final class Ids {

    private final Set<String> used;
    private final Map<String, Integer> last = new HashMap<>();

    Ids(Set<String> used) {
        this.used = new HashSet<>(used);
    }

    /** {@code row-7}, when there are six already. */
    String next(String kind) {
        int number = last.getOrDefault(kind, 0);
        String id;
        do {
            number++;
            id = kind + "-" + number;
        } while (!used.add(id));
        last.put(kind, number);
        return id;
    }
}
