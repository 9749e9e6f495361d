package com.qliento.simulator.phone;

import com.qliento.simulator.OnlyInDemo;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open phones what happens, as server-sent events. Each event is sent at most once, in order; a phone that was away
 * asks for what it missed by the last revision it saw.
 */
@OnlyInDemo
@Component
final class ChatEvents {

    private static final int MOST_PHONES = 64;
    private static final long BEAT_SECONDS = 15;

    private record Phone(@Nullable String customer, SseEmitter stream) {

        boolean wants(String who) {
            return customer == null || customer.equals(who);
        }
    }

    private final List<Phone> phones = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "simulator-phones");
        thread.setDaemon(true);
        return thread;
    });

    ChatEvents() {
        var unused = teller.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Opens a stream: first what was missed, then what happens.
     *
     * @param customer only this person's chat; null for all
     */
    SseEmitter open(@Nullable String customer, Supplier<List<ChatMessage>> missed) {
        var stream = new SseEmitter(0L);
        var phone = new Phone(customer, stream);
        stream.onCompletion(() -> phones.remove(phone));
        stream.onError(broken -> phones.remove(phone));
        if (phones.size() >= MOST_PHONES) {
            phones.remove(0).stream().complete();
        }
        teller.execute(() -> {
            phones.add(phone);
            send(phone, SseEmitter.event().comment("hello").reconnectTime(1_500));
            missed.get().forEach(message -> send(phone, event(message)));
        });
        return stream;
    }

    void changed(ChatMessage message) {
        tell(message.customer(), () -> event(message));
    }

    /** The business is writing to this person, for some seconds. */
    void typing(String customer, String phoneNumberId, long seconds) {
        tell(customer, () -> SseEmitter.event()
                .name("typing")
                .data(
                        Map.of("customer", customer, "phoneNumberId", phoneNumberId, "seconds", seconds),
                        MediaType.APPLICATION_JSON));
    }

    private void tell(String customer, Supplier<SseEmitter.SseEventBuilder> event) {
        if (!phones.isEmpty()) {
            teller.execute(() ->
                    phones.stream().filter(phone -> phone.wants(customer)).forEach(phone -> send(phone, event.get())));
        }
    }

    private static SseEmitter.SseEventBuilder event(ChatMessage message) {
        return SseEmitter.event()
                .id(Long.toString(message.revision()))
                .name("message")
                .data(message, MediaType.APPLICATION_JSON);
    }

    private void beat() {
        phones.forEach(phone -> send(phone, SseEmitter.event().comment("beat")));
    }

    private void send(Phone phone, SseEmitter.SseEventBuilder event) {
        try {
            phone.stream().send(event);
        } catch (IOException | IllegalStateException gone) {
            phones.remove(phone);
        }
    }

    /** Before the web server waits for open requests: a stream that stays open would hold up the stop. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        phones.forEach(phone -> phone.stream().complete());
    }

    @PreDestroy
    void stop() {
        hangUp();
        teller.shutdownNow();
    }
}
