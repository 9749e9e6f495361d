package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.spi.ErasedBefore;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at the start for erasures that the main database has forgotten: it was put back from a backup older than they are.
 * Their keys are destroyed, which the key database knows; the tombstones are noted again, and whoever erases is told, so that
 * the rows that came back go too. What the two databases know of erased people's identities is levelled.
 */
final class ForgottenErasures implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenErasures.class);
    private static final int PAGE = 10_000;
    private static final UUID LOWEST = new UUID(0, 0);

    private final KeyDatabase keys;
    private final Tombstones tombstones;
    private final Suppressions suppressions;
    private final ObjectProvider<ErasedBefore> told;
    private volatile boolean running;

    ForgottenErasures(
            KeyDatabase keys, Tombstones tombstones, Suppressions suppressions, ObjectProvider<ErasedBefore> told) {
        this.keys = keys;
        this.tombstones = tombstones;
        this.suppressions = suppressions;
        this.told = told;
    }

    @Override
    public void start() {
        int levelled = suppressions.level();
        int forgotten = 0;
        var page = after(LOWEST, LOWEST);
        while (!page.isEmpty()) {
            for (var one : byOrganisation(page).entrySet()) {
                forgotten += remember(one.getKey(), one.getValue());
            }
            var last = page.get(page.size() - 1);
            page = after(last.organisation().value(), last.subject().value());
        }
        if (levelled + forgotten > 0) {
            LOG.warn(
                    "One of the databases was older than the other: {} erasures were noted again in the main one, and {} of"
                            + " erased people's identities in whichever lacked them.",
                    forgotten,
                    levelled);
        }
        running = true;
    }

    /** The tombstone last: a crash before it lets the next start tell it again. */
    private int remember(OrganisationId organisation, List<Tombstones.OfSubject> destroyed) {
        var missing = tombstones.missing(organisation, destroyed);
        if (!missing.isEmpty()) {
            var subjects = missing.stream().map(Tombstones.OfSubject::subject).toList();
            told.forEach(one -> one.wereErased(organisation, subjects));
            missing.forEach(tombstones::add);
        }
        return missing.size();
    }

    private List<Tombstones.OfSubject> after(UUID organisation, UUID subject) {
        return keys.withoutOrganisation(jdbc -> read(jdbc, organisation, subject));
    }

    private static List<Tombstones.OfSubject> read(JdbcClient jdbc, UUID organisation, UUID subject) {
        return jdbc.sql("SELECT * FROM vault_destroyed_after(?, ?, ?)")
                .params(organisation, subject, PAGE)
                .query((row, n) -> new Tombstones.OfSubject(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getObject("destroyed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Map<OrganisationId, List<Tombstones.OfSubject>> byOrganisation(List<Tombstones.OfSubject> page) {
        var sorted = new HashMap<OrganisationId, List<Tombstones.OfSubject>>();
        page.forEach(one -> sorted.computeIfAbsent(one.organisation(), any -> new ArrayList<>())
                .add(one));
        return sorted;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, the workers and everything else that starts by phase; after the keys are destroyed again. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
