package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rest.Slice;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * Looking at conversations stays cheap however many there are. With {@code -Dqliento.live.rows=1000000} it tells what it
 * costs then.
 */
class LiveCountsPlanTest {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCountsPlanTest.class);
    private static final int ROWS = Integer.getInteger("qliento.live.rows", 50_000);

    private final Scene scene = Scene.shared();
    private final ConversationSearch search = scene.bean(ConversationSearch.class);
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);
    private final OrganisationId organisation = OtherOrganisation.in(scene).id();

    /** A hundredth of all in each of eighty flows, and a fifth in no flow; over 50 days. */
    @BeforeEach
    void many() throws SQLException {
        asOwner(
                "INSERT INTO conversation (id, organisation_id, channel_id, contact_id, state, flow_key, definition_id, element,"
                        + " window_until, last_step_at, created_at)"
                        + " SELECT uuidv7(), '" + organisation + "', gen_random_uuid(), gen_random_uuid(),"
                        + " CASE WHEN n % 100 < 80 THEN 'asking' ELSE 'free' END,"
                        + " CASE WHEN n % 100 < 80 THEN 'flow-' || n % 100 END, CASE WHEN n % 100 < 80 THEN 'd' || n % 100 END,"
                        + " CASE WHEN n % 100 < 80 THEN 'ask-' || n / 100 % 7 END, now(), now() - n % 50 * interval '1 day', now()"
                        + " FROM generate_series(1, " + ROWS + ") n");
        asOwner("VACUUM (ANALYZE) conversation");
    }

    @AfterEach
    void tidy() throws SQLException {
        asOwner("DELETE FROM conversation WHERE organisation_id = '" + organisation + "'");
    }

    @Test
    void counting_a_flow_reads_its_own_conversations_by_index_and_the_latest_come_without_sorting_all() {
        var counting = plan("SELECT definition_id, coalesce(stands_at, element), count(*) FROM conversation"
                + " WHERE organisation_id = ? AND flow_key = 'flow-3' AND definition_id IS NOT NULL GROUP BY 1, 2");
        var latest = plan("SELECT *, coalesce(stands_at, element) FROM conversation WHERE organisation_id = ?"
                + " ORDER BY active_on DESC, last_step_at DESC, id DESC LIMIT 51");

        assertThat(counting).contains("conversation_in_flow").doesNotContain("Seq Scan");
        assertThat(latest).contains("conversation_by_activity", "Incremental Sort");
    }

    @Test
    void a_step_that_stays_in_its_flow_and_its_day_touches_no_index() throws SQLException {
        var before = hot();

        scope.run(organisation, () -> scene.jdbc()
                .sql(
                        "UPDATE conversation SET stands_at = 'x', element = 'x', last_step_at = last_step_at + interval '1 ms'"
                                + " WHERE organisation_id = ? AND flow_key = 'flow-3' AND id IN (SELECT id FROM conversation"
                                + " WHERE flow_key = 'flow-3' LIMIT 100)")
                .param(organisation.value())
                .update());

        // PostgreSQL tells an idle connection's figures after ten seconds at the latest.
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(hot())
                .isGreaterThanOrEqualTo(before + 90));
    }

    @Test
    void figures_come_at_once() {
        var begun = System.nanoTime();
        var standing = scope.in(organisation, () -> search.standing(organisation, "flow-3"));
        var counted = Duration.ofNanos(System.nanoTime() - begun);
        var page = scope.in(organisation, () -> search.page(organisation, ConversationFilter.ALL, null, null, 51));
        var listed = Duration.ofNanos(System.nanoTime() - begun).minus(counted);

        assertThat(standing.stream()
                        .mapToLong(ConversationSearch.Standing::conversations)
                        .sum())
                .isEqualTo(ROWS / 100);
        assertThat(page).hasSize(51);
        LoggerFactory.getLogger(getClass())
                .warn(
                        "{} conversations: counted in {} ms, listed in {} ms",
                        ROWS,
                        counted.toMillis(),
                        listed.toMillis());
        assertThat(counted).isLessThan(Duration.ofSeconds(2));
        assertThat(listed).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_long_list_is_read_anywhere_and_in_any_order_at_once() {
        for (var order : ConversationOrder.values()) {
            for (var offset : new int[] {0, ROWS / 2, ROWS - 50}) {
                var begun = System.nanoTime();
                var slice = new Slice(offset, 50);
                var rows = scope.in(
                        organisation, () -> search.slice(organisation, ConversationFilter.ALL, null, order, slice));
                var took = Duration.ofNanos(System.nanoTime() - begun);

                assertThat(rows).hasSize(50);
                assertThat(took).isLessThan(Duration.ofSeconds(2));
                LOG.warn("{} conversations, {} from {}: {} ms", ROWS, order, offset, took.toMillis());
            }
        }
        var begun = System.nanoTime();
        assertThat(scope.in(organisation, () -> search.count(organisation, ConversationFilter.ALL, null)))
                .isEqualTo(ROWS);
        LOG.warn(
                "{} conversations, counted in {} ms",
                ROWS,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private String plan(String query) {
        return String.join("\n", scope.in(organisation, () -> scene.jdbc()
                .sql("EXPLAIN " + query)
                .param(organisation.value())
                .query(String.class)
                .list()));
    }

    private long hot() {
        return scene.jdbc()
                .sql("SELECT n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = 'conversation'")
                .query(Long.class)
                .single();
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
