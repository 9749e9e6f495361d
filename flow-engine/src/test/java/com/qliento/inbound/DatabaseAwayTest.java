package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void a_webhook_is_refused_while_the_database_is_away_and_taken_when_it_is_back() throws SQLException {
        new FlowText("back", "back").says("yes", "yes").ends().publish(scene);
        var body = scene.textMessage(customer, "back");
        int refused;

        var taken = new ArrayList<Connection>();
        try {
            takeAll(taken);
            refused = scene.post(body);
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }

        assertThat(refused).isEqualTo(503);
        assertThat(scene.post(body)).isEqualTo(200);
        assertThat(scene.hears(customer, 1)).containsExactly("yes");
    }

    /** As when PostgreSQL answers nobody: there is no connection to be had. */
    private void takeAll(List<Connection> taken) throws SQLException {
        var pool = scene.bean(HikariDataSource.class);
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            taken.add(pool.getConnection());
        }
    }
}
