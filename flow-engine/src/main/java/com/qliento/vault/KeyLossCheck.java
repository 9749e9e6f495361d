package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Looks at the start, before anything is served, whether the key database has what the main database's notes say: one that
 * is older, or another one, stops the start. Its operator may know it and go on: what is lost is shown as unreadable then.
 */
final class KeyLossCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyLossCheck.class);
    private static final int NAMED = 5;
    private static final int AT_ONCE = 5_000;

    private final KeyLedger ledger;
    private final KeyDatabase keys;
    private volatile boolean running;

    KeyLossCheck(KeyLedger ledger, KeyDatabase keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    @Override
    public void start() {
        var made = ledger.all();
        var lost = new ArrayList<String>();
        for (int from = 0; from < made.size(); from += AT_ONCE) {
            lost.addAll(lost(made.subList(from, Math.min(made.size(), from + AT_ONCE))));
        }
        if (!lost.isEmpty()) {
            report(lost);
        }
        running = true;
    }

    private void report(List<String> lost) {
        var what = lost.size()
                + " of the keys that the main database's rows are sealed or found with are not in the key"
                + " database (qliento.keys.url): " + String.join("; ", lost.subList(0, Math.min(NAMED, lost.size())))
                + (lost.size() > NAMED ? "; and others" : "") + ".";
        if (!ledger.goesOnWithout()) {
            throw new KeysLost(
                    what + " It is older than the main database, or another one. Put back a backup of it that"
                            + " is at least as new as the main database and start again. Where there is none,"
                            + " qliento.vault.go-on-without-lost-keys=true starts nevertheless: what was sealed with a lost key"
                            + " is shown as unreadable, and an organisation without its pepper takes nothing in.");
        }
        LOG.error("{} Going on without them, as qliento.vault.go-on-without-lost-keys says.", what);
    }

    private List<String> lost(List<KeyLedger.Made> made) {
        Map<OrganisationId, KeyLedger.Made> noted =
                made.stream().collect(Collectors.toMap(KeyLedger.Made::organisation, one -> one));
        var ids = made.stream().map(one -> one.organisation().value()).toArray();
        var hours = made.stream().map(KeyLedger.Made::latestHour).toArray();
        return keys.withoutOrganisation(jdbc -> jdbc
                .sql("SELECT * FROM vault_keys_there(?, ?)")
                .params(new SqlArrayValue("uuid", ids), new SqlArrayValue("timestamptz", hours))
                .query((row, n) -> {
                    var id = new OrganisationId(row.getObject("organisation_id", UUID.class));
                    return lost(Objects.requireNonNull(noted.get(id)), row);
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private static List<String> lost(KeyLedger.Made noted, ResultSet there) throws SQLException {
        var lost = new ArrayList<String>();
        if (noted.pepper() && !there.getBoolean("pepper")) {
            lost.add("the pepper of organisation " + noted.organisation());
        }
        if (noted.secrets() && !there.getBoolean("secrets")) {
            lost.add("the key for the secrets of organisation " + noted.organisation());
        }
        if (!there.getBoolean("hour")) {
            lost.add("the key of the hour " + noted.latestHour() + " of organisation " + noted.organisation());
        }
        return lost;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, the workers and everything else that starts by phase. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
