package com.qliento.erasure;

import static com.qliento.erasure.ErasureFixture.DEMO;
import static com.qliento.erasure.ErasureFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.guard.LocalNetwork;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.LogFile;
import com.qliento.scene.Scene;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.webhook.PlainAddresses;
import com.qliento.webhook.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Words of somebody that came in by every door are nowhere once they are erased; whatever is forgotten shows. */
class ErasureCanaryTest {

    /** Where the ids of erased people stay by design: random, and without a key. */
    private static final Set<String> TOMBS = Set.of("vault_tombstone", "vault_subject_key");

    private static final Scene.Setup SETUP =
            Scene.Setup.usual().with("logging.level.root", "info").with("logging.level.com.qliento", "trace");

    @TempDir
    private static Path folder;

    private static Scene scene;
    private static LogFile log;
    private static ErasureFixture people;

    @BeforeAll
    static void begin() {
        scene = Scene.startWith(SETUP, LocalNetwork.class, PlainAddresses.class);
        log = new LogFile(folder.resolve("qliento.log"));
        people = new ErasureFixture(scene);
    }

    @AfterAll
    static void end() {
        scene.close();
        log.close();
    }

    @Test
    void what_came_in_by_every_door_is_nowhere_once_somebody_is_erased() throws Exception {
        try (var shop = Shop.reading(scene, "message.received answer.given conversation.started")) {
            var other = new Planted(scene, people).everywhere();
            var planted = new Planted(scene, people).everywhere();
            var othersKept = people.kept(other.contact());
            var sinks = planted.sinks();
            assertThat(tables(sinks, false)).isEmpty();
            assertThat(tables(sinks, true)).hasSizeGreaterThan(14);
            assertThat(planted.packageAsDescribed()).isEmpty();

            people.isDone(people.begun(planted.contact()));

            assertThat(tables(sinks, false)).isEmpty();
            assertThat(tables(sinks, true)).isEmpty();
            assertThat(people.kept(planted.contact())).isEmpty();
            assertThat(people.kept(other.contact())).isEqualTo(othersKept).hasSizeGreaterThan(10);
            log.says("everything is logged");
            assertThat(Files.readString(folder.resolve("qliento.log"))).contains("everything is logged");
            assertThat(sinks.filesWithWords(folder)).isEmpty();
            assertThat(sinks.hasWords(
                            scene.call("GET", "/actuator/prometheus", "").body()))
                    .isFalse();
            await().atMost(LONG)
                    .until(() -> shop.heard("person.erased", planted.contact().toString()));
        }
    }

    @Test
    void whatever_eraser_is_left_out_shows() throws Exception {
        try (var shop = Shop.reading(scene, "message.received answer.given conversation.started")) {
            var planted = new Planted(scene, people).everywhere();
            var sinks = planted.sinks();
            var family = ErasureFixture.family(planted.contact());
            var unseen = new ArrayList<String>();
            var tried = new TreeSet<String>();

            for (var left : scene.beans(PersonalDataStore.class)) {
                if (left.count(family).values().stream().anyMatch(rows -> rows > 0)) {
                    tried.add(left.getClass().getSimpleName().replaceFirst("\\$\\$.*", ""));
                    if (allBut(left, sinks, planted).isEmpty()) {
                        unseen.add(left.getClass().getSimpleName());
                    }
                }
            }

            // Rows of this one go with their contact's: the database takes care of that by itself.
            assertThat(unseen).isEqualTo(List.of("BegunPersonalData"));
            // What programs were answered names nobody; all answers of the organisation go, see AnswerPersonalData.
            assertThat(tried)
                    .hasSize(scene.beans(PersonalDataStore.class).size() - 1)
                    .doesNotContain("AnswerPersonalData");
            assertThat(shop).isNotNull();
        }
    }

    /** What the scan finds after all others erased what is theirs; taken back again. */
    private static Set<String> allBut(PersonalDataStore left, Sinks sinks, Planted planted) {
        var family = ErasureFixture.family(planted.contact());
        var transaction = new TransactionTemplate(scene.bean(PlatformTransactionManager.class));
        return transaction.execute(status -> {
            status.setRollbackOnly();
            scene.bean(OrganisationScope.class).enter(DEMO);
            var stores = new ArrayList<>(scene.beans(PersonalDataStore.class));
            stores.remove(left);
            new KeptOfPerson(List.copyOf(stores)).erase(family);
            try {
                return seen(sinks, DataSourceUtils.getConnection(scene.bean(DataSource.class)));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static Set<String> tables(Sinks sinks, boolean ids) throws SQLException {
        var found = new TreeSet<String>();
        for (var database : List.of(SETUP.database(), SETUP.database() + "_keys")) {
            try (var connection = DriverManager.getConnection(database, "postgres", "")) {
                found.addAll(ids ? seen(sinks, connection) : sinks.tablesWithWords(connection));
            }
        }
        return found;
    }

    private static Set<String> seen(Sinks sinks, Connection connection) throws SQLException {
        var found = new TreeSet<>(sinks.tablesWithIds(connection));
        found.removeAll(TOMBS);
        return found;
    }
}
