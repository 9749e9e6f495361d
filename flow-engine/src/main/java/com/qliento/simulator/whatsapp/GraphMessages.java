package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.simulator.OnlyInDemo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends messages and marks them as read, as the Cloud API does, with or without a version in the path. */
@OnlyInDemo
@RestController
@RequestMapping({GraphMessages.ROOT, GraphMessages.VERSIONED})
final class GraphMessages {

    static final String ROOT = "/simulator/graph";
    static final String VERSIONED = "/simulator/graph/{version:v\\d+\\.\\d+}";

    private final SimulatedNumbers numbers;
    private final MessageCheck check;
    private final Sending sending;
    private final Faults faults;
    private final ReadReceipts receipts;

    GraphMessages(SimulatedNumbers numbers, MessageCheck check, Sending sending, Faults faults, ReadReceipts receipts) {
        this.numbers = numbers;
        this.check = check;
        this.sending = sending;
        this.faults = faults;
        this.receipts = receipts;
    }

    /** An object, since a fault may answer now, later or never; Spring looks at what comes back. */
    @PostMapping("/{phoneNumberId}/messages")
    Object post(@PathVariable String phoneNumberId, @RequestBody JsonNode body, HttpServletRequest request) {
        SimulatedNumber number = numbers.find(phoneNumberId).orElseThrow(() -> GraphRefusal.noSuchObject("POST"));
        if (!body.isObject()) {
            throw GraphRefusal.invalid("Invalid JSON in request body");
        }
        if (body.has("status")) {
            receipts.take(number, body);
            return Map.of("success", true);
        }
        var line = new SendLine(request, number, body, check, sending);
        return faults.next(phoneNumberId)
                .map(fault -> fault.kind().answer(fault, line))
                .orElseGet(line::accept);
    }
}
