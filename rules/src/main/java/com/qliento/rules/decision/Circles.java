package com.qliento.rules.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds things that need each other in a circle. */
final class Circles {

    private record Visit(String name, Iterator<String> next) {}

    private Circles() {}

    /** One circle, its first name again at the end. Goes through a chain of any length without recursion. */
    static Optional<List<String>> in(Map<String, Set<String>> uses) {
        var done = new HashSet<String>();
        for (String start : uses.keySet()) {
            Optional<List<String>> found = from(start, uses, done);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> from(String start, Map<String, Set<String>> uses, Set<String> done) {
        var path = new ArrayDeque<Visit>();
        var names = new ArrayList<String>();
        enter(start, uses, path, names);
        while (!path.isEmpty()) {
            Visit visit = path.getLast();
            if (!visit.next().hasNext()) {
                done.add(visit.name());
                path.removeLast();
                names.remove(names.size() - 1);
                continue;
            }
            String next = visit.next().next();
            if (names.contains(next)) {
                var circle = new ArrayList<String>(names.subList(names.indexOf(next), names.size()));
                circle.add(next);
                return Optional.of(circle);
            }
            if (!done.contains(next) && uses.containsKey(next)) {
                enter(next, uses, path, names);
            }
        }
        return Optional.empty();
    }

    private static void enter(String name, Map<String, Set<String>> uses, Deque<Visit> path, List<String> names) {
        path.addLast(new Visit(name, uses.getOrDefault(name, Set.of()).iterator()));
        names.add(name);
    }
}
