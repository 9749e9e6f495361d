package com.qliento.simulator.whatsapp;

import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.simulator.OnlyInDemo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The business numbers that the simulated WhatsApp knows. In memory: only the demo's own number is there after a start. */
@OnlyInDemo
@Component
public final class SimulatedNumbers {

    private static final ProblemType TOO_MANY_NUMBERS =
            new ProblemType(ProblemKind.CONFLICT, "too-many-numbers", "Too many numbers");

    static final String DEMO_ACCOUNT = "102290129340398";
    private static final int MOST = 1_000;

    private final Map<String, SimulatedNumber> numbers = new LinkedHashMap<>();

    SimulatedNumbers(DemoChannel demo) {
        add(new SimulatedNumber(
                demo.phoneNumberId(), demo.displayNumber(), "Qliento Demo", DEMO_ACCOUNT, demo.appSecret()));
    }

    /** The number with this phone-number id, if it is known. */
    public synchronized Optional<SimulatedNumber> find(String phoneNumberId) {
        return Optional.ofNullable(numbers.get(phoneNumberId));
    }

    /** All numbers, the demo's own first, then in the order they were added. */
    public synchronized List<SimulatedNumber> all() {
        return List.copyOf(numbers.values());
    }

    /** Adds a number, or replaces the one with the same phone-number id. At most 1,000: beyond that it is refused. */
    public synchronized void add(SimulatedNumber number) {
        if (numbers.size() >= MOST && !numbers.containsKey(number.phoneNumberId())) {
            throw TOO_MANY_NUMBERS.because("The simulator holds at most 1,000 numbers.");
        }
        numbers.put(number.phoneNumberId(), number);
    }
}
