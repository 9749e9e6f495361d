package com.qliento.simulator.phone;

import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.phone.ChatMessage.Refusal;
import com.qliento.simulator.phone.ChatMessage.Side;
import com.qliento.simulator.whatsapp.Customer;
import com.qliento.simulator.whatsapp.DeliveredMessage;
import com.qliento.simulator.whatsapp.Phones;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All chats. In memory only and bounded, and so lost at a restart: message content is personal data and has no place in
 * a database outside the vault. Safe for many threads.
 */
@OnlyInDemo
@Component
final class Chats implements Phones {

    private static final class Chat {
        private Customer customer;
        private final LinkedHashMap<String, ChatMessage> messages = new LinkedHashMap<>();
        private final Map<String, Instant> wroteTo = new HashMap<>();

        private Chat(Customer customer) {
            this.customer = customer;
        }
    }

    private final LinkedHashMap<String, Chat> chats = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, String> customerOfMessage = new HashMap<>();
    private final Map<String, String> customerOfUserId = new HashMap<>();
    private final AtomicLong revision;
    private final ChatLimits limits;
    private final ChatEvents events;

    Chats(ChatLimits limits, ChatEvents events, Clock clock) {
        this.limits = limits;
        this.events = events;
        // Grows across restarts too, so that a page that was open meanwhile does not take new messages for known ones.
        this.revision = new AtomicLong(clock.millis() * 1_000);
    }

    /** Remembers what is said about a person; fields that are null keep what was known. */
    synchronized Customer meet(Customer said) {
        Chat chat = chat(said.phone());
        Customer known = chat.customer;
        var now = new Customer(
                said.phone(),
                said.name() == null ? known.name() : said.name(),
                said.userId() == null ? known.userId() : said.userId(),
                said.numberHidden());
        chat.customer = now;
        if (known.userId() != null) {
            customerOfUserId.remove(known.userId());
        }
        if (now.userId() != null) {
            customerOfUserId.put(now.userId(), now.phone());
        }
        return now;
    }

    @Override
    public synchronized Optional<Customer> byNumber(String phone) {
        return Optional.ofNullable(chats.get(phone)).map(chat -> chat.customer);
    }

    @Override
    public synchronized Optional<Customer> byUserId(String userId) {
        return Optional.ofNullable(customerOfUserId.get(userId)).flatMap(this::byNumber);
    }

    /** Whose message this is, while it is remembered. */
    synchronized Optional<String> customerOf(String messageId) {
        return Optional.ofNullable(customerOfMessage.get(messageId));
    }

    synchronized Optional<ChatMessage> find(String messageId) {
        return customerOf(messageId).map(chats::get).map(chat -> chat.messages.get(messageId));
    }

    /** When the person last wrote to this number through the simulator. */
    @Override
    public synchronized Optional<Instant> lastWritten(String phone, String phoneNumberId) {
        return Optional.ofNullable(chats.get(phone)).map(chat -> chat.wroteTo.get(phoneNumberId));
    }

    /** Adds a message; the returned one carries its revision. */
    synchronized ChatMessage add(ChatMessage message) {
        Chat chat = chat(message.customer());
        if (message.from() == Side.CUSTOMER) {
            chat.wroteTo.put(message.phoneNumberId(), message.at());
        }
        customerOfMessage.put(message.id(), message.customer());
        ChatMessage stored = store(chat, message);
        while (chat.messages.size() > limits.messagesPerCustomer()) {
            String oldest = chat.messages.keySet().iterator().next();
            chat.messages.remove(oldest);
            customerOfMessage.remove(oldest);
        }
        while (customerOfMessage.size() > limits.messages() && chats.size() > 1) {
            forgetQuietest();
        }
        return stored;
    }

    /** Changes the status of a message; nothing happens when it is forgotten already or read. */
    synchronized void update(String messageId, String status, @Nullable Refusal refusal) {
        Chat chat = Optional.ofNullable(customerOfMessage.get(messageId))
                .map(chats::get)
                .orElse(null);
        ChatMessage message = chat == null ? null : chat.messages.get(messageId);
        if (chat != null && message != null && !message.status().equals("read")) {
            store(chat, message.with(status, refusal));
        }
    }

    @Override
    public void deliver(DeliveredMessage message) {
        add(new ChatMessage(
                0,
                message.id(),
                message.customer(),
                message.phoneNumberId(),
                Side.BUSINESS,
                message.type(),
                message.content(),
                message.shown(),
                message.replyTo(),
                message.at(),
                "accepted",
                null));
    }

    @Override
    public void status(String messageId, String status) {
        update(messageId, status, null);
    }

    @Override
    public void typing(String messageId, String phoneNumberId, long seconds) {
        customerOf(messageId).ifPresent(customer -> events.typing(customer, phoneNumberId, seconds));
    }

    @Override
    public synchronized void read(String messageId) {
        Chat chat = Optional.ofNullable(customerOfMessage.get(messageId))
                .map(chats::get)
                .orElse(null);
        ChatMessage last = chat == null ? null : chat.messages.get(messageId);
        if (chat == null || last == null) {
            return;
        }
        chat.messages.values().stream()
                .filter(message -> message.from() == Side.CUSTOMER
                        && message.phoneNumberId().equals(last.phoneNumberId())
                        && !message.at().isAfter(last.at()))
                .map(ChatMessage::id)
                .toList()
                .forEach(id -> update(id, "read", null));
    }

    /** The messages of a chat that are new or changed since a revision, in the order they were written. */
    synchronized List<ChatMessage> since(String phone, long after) {
        Chat chat = chats.get(phone);
        return chat == null
                ? List.of()
                : chat.messages.values().stream()
                        .filter(message -> message.revision() > after)
                        .toList();
    }

    /** What is new or changed since a revision in all chats, oldest change first. */
    synchronized List<ChatMessage> since(long after) {
        return chats.values().stream()
                .flatMap(chat -> chat.messages.values().stream())
                .filter(message -> message.revision() > after)
                .sorted(Comparator.comparingLong(ChatMessage::revision))
                .toList();
    }

    synchronized List<Customer> customers() {
        var latestFirst = new ArrayList<Customer>();
        chats.values().forEach(chat -> latestFirst.add(0, chat.customer));
        return latestFirst;
    }

    private ChatMessage store(Chat chat, ChatMessage message) {
        ChatMessage stored = message.at(revision.incrementAndGet());
        chat.messages.put(stored.id(), stored);
        events.changed(stored);
        return stored;
    }

    private Chat chat(String phone) {
        Chat chat = chats.computeIfAbsent(phone, number -> new Chat(new Customer(number, null, null, false)));
        if (chats.size() > limits.customers()) {
            forgetQuietest();
        }
        return chat;
    }

    private void forgetQuietest() {
        Chat quietest = chats.remove(chats.keySet().iterator().next());
        quietest.messages.keySet().forEach(customerOfMessage::remove);
        if (quietest.customer.userId() != null) {
            customerOfUserId.remove(quietest.customer.userId());
        }
    }
}
