package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.ScenePostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Daily partitions of the tables of messages, on a clock that is moved. */
class PartitionKeeperTest {

    private static final UUID ORGANISATION = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String URL = migrated();

    private final SingleConnectionDataSource ownersSource = new SingleConnectionDataSource(URL, "postgres", "", true);
    private final SingleConnectionDataSource applicationsSource =
            new SingleConnectionDataSource(URL, "postgres", "", true);
    private final JdbcClient owner = JdbcClient.create(ownersSource);
    private final JdbcClient application = JdbcClient.create(applicationsSource);
    private MovedClock clock = new MovedClock(Instant.parse("2026-03-01T10:00:00Z"));

    private static String migrated() {
        var account = new DatabaseLogin.Account("postgres", null);
        var login = new DatabaseLogin(ScenePostgres.newDatabase(), account, account);
        Migrations.run(login, Migrations.MAIN);
        return login.url();
    }

    @BeforeEach
    void step_down() {
        application.sql("SET ROLE qliento_app").update();
        application
                .sql("SELECT set_config('qliento.organisation', ?, false)")
                .param(ORGANISATION.toString())
                .query(String.class)
                .single();
        // Each test has a year of its own, so that nothing is left of another.
        clock = new MovedClock(clock.instant().plus(Duration.ofDays(365L * YEARS.incrementAndGet())));
    }

    private static final AtomicInteger YEARS = new AtomicInteger();

    @Test
    void partitions_are_made_for_the_days_ahead_and_for_late_deliveries() {
        keeper();

        assertThat(days("inbox_message")).contains(today().minusDays(8), today(), today().plusDays(7));
        assertThat(days("outbox_message")).contains(today(), today().plusDays(7));
        assertThat(days("conversation_trace")).contains(today(), today().plusDays(7));
    }

    @Test
    void every_day_has_its_partition_before_it_begins() {
        var keeper = keeper();

        for (int day = 0; day < 10; day++) {
            clock.move(Duration.ofDays(1));
            assertThat(days("inbox_message")).contains(today(), today().plusDays(1));
            keeper.keep();
        }
    }

    @Test
    void keeping_again_changes_nothing() {
        var keeper = keeper();
        var before = days("inbox_message");

        keeper.keep();

        assertThat(days("inbox_message")).isEqualTo(before);
    }

    @Test
    void a_row_of_a_day_without_partition_waits_and_moves_when_the_day_is_made() {
        var keeper = keeper();
        var row = written(today().plusDays(10));
        assertThat(partitionOf(row)).isEqualTo("inbox_message_default");

        clock.move(Duration.ofDays(4));
        keeper.keep();

        assertThat(partitionOf(row)).matches("inbox_message_\\d{8}");
        assertThat(application
                        .sql("SELECT count(*) FROM inbox_message WHERE id = ?")
                        .param(row)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void a_row_that_slips_in_while_its_day_is_made_is_moved_too() throws Exception {
        var keeper = keeper();
        var day = today().plusDays(20);
        ownersSource.getConnection().setAutoCommit(false);
        var row = UUID.randomUUID();
        insert(owner, day, row);

        var made = CompletableFuture.runAsync(() -> application
                .sql("SELECT partition_ensure('inbox_message', ?)")
                .param(Date.valueOf(day))
                .query(Boolean.class)
                .single());
        try (var watcher = DriverManager.getConnection(URL, "postgres", "");
                var ask = watcher.prepareStatement("SELECT FROM pg_locks WHERE NOT granted")) {
            Awaitility.await().until(() -> ask.executeQuery().next());
        }
        ownersSource.getConnection().commit();
        ownersSource.getConnection().setAutoCommit(true);

        assertThat(made).succeedsWithin(Duration.ofSeconds(10));
        assertThat(partitionOf(row)).matches("inbox_message_\\d{8}");
        keeper.keep();
    }

    @Test
    void days_before_the_first_that_is_kept_are_dropped_and_no_others() {
        var keeper = keeper();
        var day = today();
        var row = written(day);

        keeper.drop("inbox_message", day, Instant.EPOCH);
        assertThat(partitionOf(row)).isNotNull();
        assertThat(keeper.daysBefore("inbox_message", day.plusDays(1))).isOne();

        assertThat(keeper.drop("inbox_message", day.plusDays(1), Instant.EPOCH)).isOne();
        assertThat(days("inbox_message")).doesNotContain(day).contains(day.plusDays(1));
        assertThat(count(row)).isZero();
        assertThat(days("outbox_message")).contains(day);
    }

    @Test
    void a_row_that_never_got_a_day_is_deleted_by_the_time_it_was_recorded() {
        var keeper = keeper();
        var row = written(LocalDate.EPOCH);

        keeper.drop("inbox_message", LocalDate.EPOCH, clock.instant());
        assertThat(count(row)).isOne();

        keeper.drop("inbox_message", LocalDate.EPOCH, clock.instant().plusSeconds(1));
        assertThat(count(row)).isZero();
    }

    @Test
    void the_application_reaches_a_partition_through_its_table_only() {
        keeper();

        assertThat(owner.sql("""
                        SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
                        WHERE c.relkind = 'r' AND has_table_privilege('qliento_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                        """).query(String.class).list()).isEmpty();
    }

    private PartitionKeeper keeper() {
        return new PartitionKeeper(application, clock);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private UUID written(LocalDate day) {
        var id = UUID.randomUUID();
        insert(application, day, id);
        return id;
    }

    private void insert(JdbcClient writer, LocalDate day, UUID id) {
        writer.sql("""
                        INSERT INTO inbox_message (day, id, organisation_id, channel_id, dedupe, kind, content, recorded_at)
                        VALUES (?, ?, ?, ?, ?, 'message', '', ?)
                        """)
                .param(Date.valueOf(day))
                .param(id)
                .param(ORGANISATION)
                .param(ORGANISATION)
                .param(id.toString().getBytes(StandardCharsets.UTF_8))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private String partitionOf(UUID row) {
        return owner.sql("SELECT tableoid::regclass::text FROM inbox_message WHERE id = ?")
                .param(row)
                .query(String.class)
                .single();
    }

    private long count(UUID row) {
        return owner.sql("SELECT count(*) FROM inbox_message WHERE id = ?")
                .param(row)
                .query(Long.class)
                .single();
    }

    private List<LocalDate> days(String table) {
        return owner.sql("""
                        SELECT to_date(right(c.relname, 8), 'YYYYMMDD') FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
                        WHERE i.inhparent = ?::regclass AND c.relname ~ '_[0-9]{8}$' ORDER BY 1
                        """).param(table).query(LocalDate.class).list();
    }

    private static final class MovedClock extends Clock {

        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void move(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
