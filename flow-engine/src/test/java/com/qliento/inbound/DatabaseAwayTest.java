package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DatabaseAwayTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();
    private final Logger log = (Logger) LoggerFactory.getLogger(Intake.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void hangUp() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void webhooks_are_refused_while_the_database_is_away_which_is_told_once_and_taken_when_it_is_back()
            throws Exception {
        new FlowText("back", "back").says("yes", "yes").ends().publish(scene);
        var body = scene.textMessage(customer, "back");
        var together = Executors.newFixedThreadPool(5);
        List<Integer> refused;

        var taken = new ArrayList<Connection>();
        try {
            takeAll(taken);
            refused =
                    Stream.generate(() -> CompletableFuture.supplyAsync(() -> scene.post(body), together))
                            .limit(5)
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
            together.shutdown();
        }

        assertThat(refused).containsOnly(503);
        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getThrowableProxy())
                .isNotNull());
        assertThat(scene.post(body)).isEqualTo(200);
        assertThat(scene.hears(customer, 1)).containsExactly("yes");
        assertThat(lines.list)
                .hasSize(2)
                .last()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .endsWith("it was so 5 times");
    }

    /** As when PostgreSQL answers nobody: there is no connection to be had. */
    private void takeAll(List<Connection> taken) throws SQLException {
        var pool = scene.bean(HikariDataSource.class);
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            taken.add(pool.getConnection());
        }
    }
}
