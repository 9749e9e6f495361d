package com.qliento.simulator;

import com.qliento.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@OnlyInDemo
@Component
final class NumbersInMemory implements SimulatedNumbers {

    static final String DEMO_ACCOUNT = "102290129340398";
    private static final int MOST = 1_000;

    private final Map<String, SimulatedNumber> numbers = new LinkedHashMap<>();

    NumbersInMemory(DemoChannel demo) {
        add(new SimulatedNumber(
                demo.phoneNumberId(), demo.displayNumber(), "Qliento Demo", DEMO_ACCOUNT, demo.appSecret()));
    }

    @Override
    public synchronized Optional<SimulatedNumber> find(String phoneNumberId) {
        return Optional.ofNullable(numbers.get(phoneNumberId));
    }

    @Override
    public synchronized List<SimulatedNumber> all() {
        return List.copyOf(numbers.values());
    }

    @Override
    public synchronized void add(SimulatedNumber number) {
        if (numbers.size() >= MOST && !numbers.containsKey(number.phoneNumberId())) {
            throw Problem.conflict(
                    "too-many-numbers", "Too many numbers", "The simulator holds at most 1,000 numbers.");
        }
        numbers.put(number.phoneNumberId(), number);
    }
}
