package com.qliento.simulator.whatsapp;

import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.simulator.OnlyInDemo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The faults that were ordered, for each number in the order they were ordered. */
@OnlyInDemo
@Component
final class Faults {

    private static final ProblemType TOO_MANY_FAULTS =
            new ProblemType(ProblemKind.CONFLICT, "too-many-faults", "Too many faults");

    private final Map<String, Deque<Fault>> ordered = new HashMap<>();

    private static final int MOST = 100;

    synchronized void add(Fault fault) {
        if (all().size() >= MOST) {
            throw TOO_MANY_FAULTS.because("At most 100 wait at a time. Clear some first.");
        }
        ordered.computeIfAbsent(fault.phoneNumberId(), id -> new ArrayDeque<>()).add(fault);
    }

    /** The fault that the next send of this number meets; counts it. */
    synchronized Optional<Fault> next(String phoneNumberId) {
        Deque<Fault> faults = ordered.getOrDefault(phoneNumberId, new ArrayDeque<>());
        Fault fault = faults.poll();
        if (fault != null && fault.count() > 1) {
            faults.addFirst(fault.left(fault.count() - 1));
        }
        return Optional.ofNullable(fault);
    }

    synchronized List<Fault> all() {
        return ordered.values().stream().flatMap(Deque::stream).toList();
    }

    synchronized void clear() {
        ordered.clear();
    }

    synchronized void clear(String phoneNumberId) {
        ordered.remove(phoneNumberId);
    }
}
