package com.qliento.simulator.phone;

import com.qliento.problem.Problem;
import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.whatsapp.Customer;
import com.qliento.simulator.whatsapp.SimulatedNumber;
import com.qliento.simulator.whatsapp.SimulatedNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Plays customers. A revision marks a point in time: {@code after} gives what is new or changed since, and an event
 * stream goes on from its {@code Last-Event-ID}.
 */
@OnlyInDemo
@RestController
@RequestMapping("/simulator")
final class CustomerController {

    private final Chats chats;
    private final ChatEvents events;
    private final Writing writing;
    private final SimulatedNumbers numbers;

    CustomerController(Chats chats, ChatEvents events, Writing writing, SimulatedNumbers numbers) {
        this.chats = chats;
        this.events = events;
        this.writing = writing;
        this.numbers = numbers;
    }

    @GetMapping("/customers")
    List<Customer> customers() {
        return chats.customers();
    }

    @PostMapping("/customers/{phone}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ChatMessage write(@PathVariable String phone, @RequestBody CustomerMessage message) {
        String to = message.phoneNumberId();
        SimulatedNumber number = to == null
                ? numbers.all().get(0)
                : numbers.find(to).orElseThrow(() -> Problem.notFound("number", "phoneNumberId"));
        return writing.write(number, Writing.phone(phone), message);
    }

    @GetMapping("/customers/{phone}/messages")
    List<ChatMessage> messages(@PathVariable String phone, @RequestParam(defaultValue = "0") long after) {
        return chats.since(Writing.phone(phone), after);
    }

    @GetMapping(path = "/customers/{phone}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String phone,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        String customer = Writing.phone(phone);
        return events.open(customer, () -> chats.since(customer, last == null ? after : last));
    }

    /** Of all customers: a page that shows several needs one connection only. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter allEvents(
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        return events.open(null, () -> chats.since(last == null ? after : last));
    }
}
