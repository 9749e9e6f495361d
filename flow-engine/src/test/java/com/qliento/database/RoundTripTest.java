package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.scene.ScenePostgres;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RoundTripTest {

    private final SingleConnectionDataSource source =
            new SingleConnectionDataSource(ScenePostgres.newDatabase(), "postgres", "", true);
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    @BeforeEach
    void a_table() {
        jdbc.execute("CREATE TABLE thing (id uuid PRIMARY KEY, name text, tags text[], data bytea)");
    }

    @AfterEach
    void close() {
        source.destroy();
    }

    @Test
    void statements_run_in_order_and_each_answer_reaches_its_own_reader() {
        var id = UUID.randomUUID();
        var names = new ArrayList<String>();
        var counts = new ArrayList<Integer>();

        for (int again = 0; again < 10; again++) {
            // The driver prepares on the server from the fifth time on.
            jdbc.update("DELETE FROM thing");
            new RoundTrip()
                    .update("INSERT INTO thing VALUES (?, ?, ?, ?)", id, "first", new String[] {"a", "b"}, new byte[] {7
                    })
                    .query(row -> names.add(row.getString("name")), "SELECT name FROM thing WHERE id = ?", id)
                    .update(counts::add, "UPDATE thing SET name = ? WHERE id = ?", "second", id)
                    .update(counts::add, "DELETE FROM thing WHERE id = ?", UUID.randomUUID())
                    .query(row -> names.add(row.getString(1)), "SELECT name FROM thing")
                    .run(jdbc);
        }

        assertThat(names).hasSize(20).startsWith("first", "second").endsWith("first", "second");
        assertThat(counts).hasSize(20).startsWith(1, 0).endsWith(1, 0);
        assertThat(jdbc.queryForObject("SELECT tags[2] FROM thing", String.class))
                .isEqualTo("b");
    }

    @Test
    void rows_are_read_one_by_one_and_none_is_no_error() {
        var numbers = new ArrayList<Integer>();

        new RoundTrip()
                .query(row -> numbers.add(row.getInt(1)), "SELECT generate_series(1, ?)", 3)
                .query(row -> numbers.add(-1), "SELECT id FROM thing")
                .run(jdbc);

        assertThat(numbers).containsExactly(1, 2, 3);
    }

    @Test
    void the_first_that_fails_ends_the_rest() {
        var id = UUID.randomUUID();
        var heard = new ArrayList<Integer>();
        var trip = new RoundTrip()
                .update(heard::add, "INSERT INTO thing (id) VALUES (?)", id)
                .update(heard::add, "INSERT INTO thing (id) VALUES (?)", id)
                .update(heard::add, "INSERT INTO thing (id) VALUES (?)", UUID.randomUUID());

        assertThatThrownBy(() -> trip.run(jdbc)).isInstanceOf(DuplicateKeyException.class);

        assertThat(heard).isEmpty();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM thing", Integer.class))
                .isZero();
    }

    @Test
    void an_empty_trip_asks_nothing() {
        source.destroy();

        new RoundTrip().run(new JdbcTemplate());
    }
}
