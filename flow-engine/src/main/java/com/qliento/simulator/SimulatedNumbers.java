package com.qliento.simulator;

import java.util.List;
import java.util.Optional;

/** The business numbers that the simulated WhatsApp knows. In memory: only the demo's own number is there after a start. */
public interface SimulatedNumbers {

    /** The number with this phone-number id, if it is known. */
    Optional<SimulatedNumber> find(String phoneNumberId);

    /** All numbers, the demo's own first, then in the order they were added. */
    List<SimulatedNumber> all();

    /** Adds a number, or replaces the one with the same phone-number id. At most 1,000: beyond that it is refused. */
    void add(SimulatedNumber number);
}
