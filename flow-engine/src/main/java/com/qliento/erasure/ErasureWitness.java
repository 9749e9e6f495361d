package com.qliento.erasure;

import com.qliento.database.DatabaseNotification;
import com.qliento.database.NodeConnection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says of this node that it has forgotten whom it held in memory: after everybody else on it has heard the same. */
@Component
class ErasureWitness {

    static final String TOPIC = "erasure";

    private final JdbcClient jdbc;
    private final NodeConnection node;

    ErasureWitness(JdbcClient jdbc, NodeConnection node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void heard(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            @Nullable UUID which = notification.missed() ? null : UUID.fromString(notification.key());
            jdbc.sql("SELECT erasure_seen(?, ?)")
                    .params(which, node.node())
                    .query((row, n) -> true)
                    .single();
        }
    }
}
