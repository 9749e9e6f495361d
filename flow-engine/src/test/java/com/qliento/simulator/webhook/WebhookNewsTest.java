package com.qliento.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.qliento.simulator.SimulatorTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookNewsTest extends SimulatorTest {

    @Autowired
    private MeterRegistry metrics;

    @Test
    void webhooks_that_are_not_taken_are_counted_and_said_once_without_anybodys_number() throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(WebhookNews.class);
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(seen);
        var person = somebody();
        double refused = counted("refused");
        double taken = counted("taken");
        receiver.refuse(person, 3);

        post("/simulator/customers/" + person + "/messages", "{\"text\":\"hi\"}");
        receiver.await(4, hook -> hook.mentions(person));
        Awaitility.await().until(() -> counted("taken") > taken);

        logger.detachAppender(seen);
        assertThat(counted("refused") - refused).isEqualTo(3);
        assertThat(texts(seen)).hasSize(2);
        assertThat(texts(seen).get(0)).contains("answers 503").doesNotContain(person, "/webhooks");
        assertThat(texts(seen).get(1)).contains("taken again");
    }

    private double counted(String result) {
        return metrics.counter("qliento.simulator.webhooks", "result", result).count();
    }

    private static List<String> texts(ListAppender<ILoggingEvent> seen) {
        return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
