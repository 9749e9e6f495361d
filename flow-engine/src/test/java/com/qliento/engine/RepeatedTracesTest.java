package com.qliento.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedTracesTest {

    private static final String ENGINE = "org.camunda.bpm.engine.jobexecutor";

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private long now;

    @Test
    void a_trace_is_written_once_a_minute_and_other_lines_and_loggers_always() {
        context.addTurboFilter(new RepeatedTraces(ENGINE, () -> now));
        lines.start();
        context.getLogger("ROOT").addAppender(lines);

        for (int i = 0; i < 90; i++) {
            context.getLogger(ENGINE).error("failed {}", "again", new IllegalStateException());
            now += Duration.ofSeconds(1).toNanos();
        }
        context.getLogger(ENGINE).error("without a trace");
        context.getLogger("other").error("failed", new IllegalStateException());

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("failed again", "failed again", "without a trace", "failed");
    }

    @Test
    void it_holds_for_what_the_engine_writes_when_it_cannot_look_for_timers() {
        RepeatedTraces.boundThoseOf(ENGINE);
        var real = (Logger) LoggerFactory.getLogger(ENGINE);
        lines.start();
        real.addAppender(lines);

        for (int i = 0; i < 10; i++) {
            ProcessEngineLogger.JOB_EXECUTOR_LOGGER.exceptionDuringJobAcquisition(new IllegalStateException("away"));
        }

        real.detachAppender(lines);
        assertThat(lines.list).hasSizeLessThanOrEqualTo(1);
    }
}
