package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.flow.FlowTraffic;
import com.qliento.organisation.OrganisationId;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** The figures of the list of flows stay cheap. With {@code -Dqliento.live.rows=1000000} it tells what they cost then. */
class TrafficSpeedTest {

    private static final int ROWS = Integer.getInteger("qliento.live.rows", 50_000);

    private final Scene scene = Scene.shared();
    private final FlowTraffic traffic = scene.bean(FlowTraffic.class);
    private final OrganisationId organisation = OtherOrganisation.in(scene).id();

    /** So many conversations and so many steps of the last two days, in eighty flows; two steps a conversation. */
    @BeforeEach
    void many() throws SQLException {
        asOwner("INSERT INTO conversation (id, organisation_id, channel_id, contact_id, state, flow_key, definition_id,"
                + " window_until, last_step_at, created_at) SELECT uuidv7(), '" + organisation
                + "', gen_random_uuid(), gen_random_uuid(), 'asking', 'flow-' || n % 80, 'd' || n % 80, now(), now(), now()"
                + " FROM generate_series(1, " + ROWS + ") n");
        asOwner(
                "INSERT INTO conversation_trace (day, conversation_id, organisation_id, instance_id, path, definition_id,"
                        + " recorded_at) SELECT at::date, id, organisation_id, 'i', '{ask,hear}', definition_id, at"
                        + " FROM conversation, LATERAL (VALUES (now() - interval '1 hour'), (now() - interval '30 hours')) t (at)"
                        + " WHERE organisation_id = '" + organisation + "'");
        asOwner("VACUUM (ANALYZE) conversation");
        asOwner("ANALYZE conversation_trace");
    }

    @AfterEach
    void tidy() throws SQLException {
        asOwner("DELETE FROM conversation_trace WHERE organisation_id = '" + organisation + "'");
        asOwner("DELETE FROM conversation WHERE organisation_id = '" + organisation + "'");
    }

    @Test
    void figures_of_all_flows_come_soon() {
        var begun = System.nanoTime();
        var running = traffic.running(organisation);
        var counted = Duration.ofNanos(System.nanoTime() - begun);
        var day = traffic.lastDay(organisation);
        var dayCounted = Duration.ofNanos(System.nanoTime() - begun).minus(counted);

        LoggerFactory.getLogger(getClass())
                .warn(
                        "{} conversations: now in {} ms, of 24 h in {} ms",
                        ROWS,
                        counted.toMillis(),
                        dayCounted.toMillis());
        assertThat(running).hasSize(80);
        assertThat(day.values()).allMatch(count -> count == ROWS / 80L);
        assertThat(counted).isLessThan(Duration.ofSeconds(3));
        assertThat(dayCounted).isLessThan(Duration.ofSeconds(3));
    }

    /** The application may not do this. */
    private void asOwner(String statement) throws SQLException {
        var url = scene.bean(Environment.class).getProperty("spring.datasource.url", "");
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
