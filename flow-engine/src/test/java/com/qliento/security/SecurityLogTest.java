package com.qliento.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.qliento.account.Accounts;
import com.qliento.account.Role;
import com.qliento.channel.Channels;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecurityLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("com.qliento.security");
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        SecurityLog.startAnew();
        seen.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(seen);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(seen);
        logger.setLevel(null);
    }

    @Test
    void refusals_publishing_and_roles_are_told_and_no_personal_data_are() {
        var scene = Scene.shared();
        var customer = Scene.newCustomer();
        var email = UUID.randomUUID() + "@example.org";

        scene.post(scene.textMessage(customer, "hello"), "sha256=" + "0".repeat(64));
        scene.send(scene.request("GET", "/api/v1/flows", "", "application/json")
                .setHeader("Authorization", "Bearer guess-of-a-key")
                .build());
        new FlowText("watched", "watched").says("yes", "yes").ends().publish(scene);
        var organisation = scene.bean(Channels.class)
                .withNumber("106540352242922")
                .orElseThrow()
                .organisation();
        var accounts = scene.bean(Accounts.class);
        accounts.register(organisation, Role.VIEWER, email, "Ana Sample", "a password");
        accounts.register(organisation, Role.VIEWER, email, "Ana Sample", "a password");
        var account = accounts.register(organisation, Role.BUILDER, email, "Ana Sample", "a password");

        assertThat(texts())
                .contains(
                        "signature-refused door=whatsapp",
                        "api-key-refused reason=unknown",
                        "published kind=flow organisation=" + organisation + " key=watched version=1 by=demo",
                        "role-changed organisation=" + organisation + " account=" + account + " role=builder");
        assertThat(texts().stream().filter(line -> line.startsWith("role-changed")))
                .hasSize(2);
        assertThat(String.join("\n", texts()))
                .doesNotContain(customer, email, "Ana", "a password", "guess-of-a-key", "hello");
    }

    @Test
    void what_strangers_can_cause_is_bounded_and_what_was_left_out_is_counted() {
        var nanos = new AtomicLong();
        var log = new SecurityLog(nanos::get);

        for (int i = 0; i < 1_000; i++) {
            log.bounded("signature-refused", SecurityLog.fields("door", "test"));
        }
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        log.bounded("signature-refused", SecurityLog.fields("door", "test"));

        assertThat(texts()).hasSize(11);
        assertThat(texts().get(10)).isEqualTo("signature-refused door=test leftOut=990");
    }

    @Test
    void a_name_somebody_chose_cannot_look_like_an_event_of_its_own() {
        SecurityLog.published("flow", "1", "key\nsigned-in account=7\u2028x", 1, "by");

        assertThat(texts()).hasSize(1);
        assertThat(texts().get(0)).doesNotContain("\n", "\u2028");
        assertThat(seen.list.get(0).getKeyValuePairs())
                .extracting(pair -> pair.key)
                .containsExactly("event", "kind", "organisation", "key", "version", "by");
    }

    private List<String> texts() {
        return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
