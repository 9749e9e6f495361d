package com.qliento.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

    private final IllegalStateException full = new IllegalStateException(new SQLException("a secret", "53100"));

    private final Logger log = (Logger) LoggerFactory.getLogger(OutageTest.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private long now;
    private final Outage outage = new Outage(log, "A webhook could not be stored", () -> now);

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void hangUp() {
        log.detachAppender(lines);
    }

    @Test
    void what_lasts_is_told_once_with_its_trace_and_once_when_it_is_over() {
        for (int i = 0; i < 1_000; i++) {
            outage.met(full);
            now += Duration.ofSeconds(1).toNanos();
        }
        outage.over();
        outage.over();

        assertThat(texts())
                .containsExactly(
                        "A webhook could not be stored; further ones are counted",
                        "Over: A webhook could not be stored; it was so 1000 times");
        assertThat(lines.list.get(0).getThrowableProxy().getCause().getMessage())
                .contains("53100")
                .doesNotContain("secret");
        assertThat(lines.list.get(0).getThrowableProxy().getStackTraceElementProxyArray())
                .isNotEmpty();
    }

    @Test
    void another_reason_is_told_too() {
        outage.met(full);
        outage.met(new IllegalStateException(new SQLException("", "57P01")));
        outage.met(full);
        outage.met(new IllegalArgumentException());

        assertThat(lines.list).hasSize(3);
    }

    @Test
    void what_comes_and_goes_is_told_once_a_minute_and_nothing_of_it_is_left_uncounted() {
        for (int i = 0; i < 121; i++) {
            outage.met(full);
            outage.over();
            now += Duration.ofSeconds(1).toNanos();
        }

        assertThat(texts())
                .filteredOn(text -> text.startsWith("Over"))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("60 times");
        assertThat(lines.list).hasSize(6);
    }

    private List<String> texts() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
