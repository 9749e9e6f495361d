package com.qliento.recipient;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For features whose acts end with their people: they are asked for these before anybody can be told anything. */
@Component
public class ForgottenRecipients {

    private final JdbcClient jdbc;

    ForgottenRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing is known of these acts' recipients from now on. In the open transaction of the organisation. */
    public void forget(Collection<UUID> acts) {
        jdbc.sql("DELETE FROM recipient WHERE act_id = ANY (?::uuid[])")
                .param(acts.toArray(UUID[]::new))
                .update();
    }
}
