package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.qliento.simulator.OnlyInDemo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a checked message: holds it to the 24-hour window, puts it on the customer's phone and starts its reports. */
@OnlyInDemo
@Component
final class Sending {

    private static final Duration WINDOW = Duration.ofHours(24);

    /** The answer to an accepted message. */
    record Receipt(@JsonProperty("messaging_product") String product, List<Contact> contacts, List<Sent> messages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            String input,
            @JsonProperty("wa_id") @Nullable String phone,
            @JsonProperty("user_id") @Nullable String userId) {

        @Override
        public String toString() {
            return "Contact[]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            String id,
            @JsonProperty("message_status") @Nullable String status) {}

    private final Phones phones;
    private final Templates templates;
    private final DeliveryReports reports;
    private final SimulatorSettings settings;
    private final Clock clock;

    Sending(Phones phones, Templates templates, DeliveryReports reports, SimulatorSettings settings, Clock clock) {
        this.phones = phones;
        this.templates = templates;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /** Accepts the message, or throws {@link GraphRefusal}. */
    Receipt accept(SimulatedNumber number, OutgoingMessage message) {
        String id = SimulatedIds.message();
        Optional<Customer> customer = customer(message);
        customer.ifPresent(person -> deliver(number, person, message, id));
        boolean template = message.type().equals("template");
        return new Receipt(
                "whatsapp", List.of(contact(message, customer)), List.of(new Sent(id, template ? "accepted" : null)));
    }

    private static Contact contact(OutgoingMessage message, Optional<Customer> customer) {
        String value = message.receiver().value();
        return message.receiver().byUserId()
                ? new Contact(message.input(), null, value)
                : new Contact(
                        message.input(), value, customer.map(Customer::userId).orElse(null));
    }

    /** Empty for a receiver who is nobody: a user id in {@code to}, or one that no customer has. Meta loses those too. */
    private Optional<Customer> customer(OutgoingMessage message) {
        String value = message.receiver().value();
        if (message.receiver().byUserId()) {
            return phones.byUserId(value);
        }
        boolean number = Character.isDigit(value.charAt(0));
        return number
                ? phones.byNumber(value).or(() -> Optional.of(new Customer(value, null, null, false)))
                : Optional.empty();
    }

    private void deliver(SimulatedNumber number, Customer customer, OutgoingMessage message, String id) {
        if (customer.phone().equals(number.displayNumber())) {
            throw GraphRefusal.of(131021, "The recipient is the sender.");
        }
        Instant now = clock.instant();
        if (!message.type().equals("template") && windowClosed(customer, number, now)) {
            throw GraphRefusal.of(
                    131047,
                    "Message failed to send because more than 24 hours have passed since the customer last replied to"
                            + " this number.");
        }
        phones.deliver(new DeliveredMessage(
                id,
                customer.phone(),
                number.phoneNumberId(),
                message.type(),
                message.content(),
                message.type().equals("template") ? templates.shown(message.content()) : null,
                message.replyTo(),
                now));
        reports.report(number, customer, id, message, statuses(message));
    }

    private boolean windowClosed(Customer customer, SimulatedNumber number, Instant now) {
        return phones.lastWritten(customer.phone(), number.phoneNumberId())
                .map(written -> !written.plus(WINDOW).isAfter(now))
                .orElse(settings.strictWindow());
    }

    /** Of a reaction Meta reports only that it was sent. */
    private List<String> statuses(OutgoingMessage message) {
        if (message.type().equals("reaction")) {
            return List.of("sent");
        }
        return settings.readReceipts() ? List.of("sent", "delivered", "read") : List.of("sent", "delivered");
    }
}
