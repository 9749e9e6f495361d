package com.qliento.vault;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.qliento.organisation.OrganisationId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Destroys again, at start and before anything is served, whatever the tombstones name: a key database restored from a
 * backup brings no key back. If it can't finish, the start fails. After restoring a key database, restart every node.
 */
final class TombstoneReplay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TombstoneReplay.class);
    private static final int PAGE = 10_000;
    private static final UUID LOWEST = new UUID(0, 0);

    private final Tombstones tombstones;
    private final SubjectKeys subjects;
    private final HourKeys hours;
    private final Clock clock;
    private volatile boolean running;

    TombstoneReplay(Tombstones tombstones, SubjectKeys subjects, HourKeys hours, Clock clock) {
        this.tombstones = tombstones;
        this.subjects = subjects;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void start() {
        int destroyed = subjects() + hours();
        if (destroyed > 0) {
            LOG.warn("Destroyed {} keys again: the key database held keys that have tombstones.", destroyed);
        }
        running = true;
    }

    private int subjects() {
        int destroyed = 0;
        List<Tombstones.OfSubject> page =
                tombstones.subjectsAfter(new OrganisationId(LOWEST), new SubjectId(LOWEST), PAGE);
        while (!page.isEmpty()) {
            Map<OrganisationId, List<SubjectId>> byOrganisation = page.stream()
                    .collect(groupingBy(
                            Tombstones.OfSubject::organisation, mapping(Tombstones.OfSubject::subject, toList())));
            for (Map.Entry<OrganisationId, List<SubjectId>> entry : byOrganisation.entrySet()) {
                destroyed += subjects.destroy(entry.getKey(), entry.getValue(), clock.instant());
            }
            Tombstones.OfSubject last = page.get(page.size() - 1);
            page = tombstones.subjectsAfter(last.organisation(), last.subject(), PAGE);
        }
        return destroyed;
    }

    private int hours() {
        return tombstones.hours().stream()
                .mapToInt(floor -> hours.destroyBefore(floor.organisation(), floor.before()))
                .sum();
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
