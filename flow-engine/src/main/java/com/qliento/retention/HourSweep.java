package com.qliento.retention;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.policy.KeptData.Category;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.KeptValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Destroys the keys of an organisation's hours that nobody may read any more, once an hour. */
@Component
class HourSweep {

    private final Vault vault;
    private final Periods periods;
    private final List<KeptValues> kept;
    private final SweepStore runs;
    private final OrganisationScope scope;
    private final Map<OrganisationId, Instant> done = new ConcurrentHashMap<>();

    HourSweep(Vault vault, Periods periods, List<KeptValues> kept, SweepStore runs, OrganisationScope scope) {
        this.vault = vault;
        this.periods = periods;
        this.kept = kept;
        this.runs = runs;
        this.scope = scope;
    }

    /** The end of the last hour that nobody may read anything of. */
    Instant until(OrganisationId organisation, Instant now) {
        return now.minus(periods.of(organisation)).truncatedTo(ChronoUnit.HOURS);
    }

    /**
     * Destroys what is due, unless it was already or another node is at it. A run that breaks off is made up for by the
     * next.
     *
     * @return false when it is due and can't be done yet
     */
    boolean sweep(OrganisationId organisation, Instant now, int daysDropped) {
        var until = until(organisation, now);
        var known = done.get(organisation);
        if (known != null && !known.isBefore(until)) {
            return true;
        }
        if (!kept.stream().allMatch(values -> values.areSealedAnew(organisation))) {
            return false;
        }
        boolean swept = scope.in(organisation, () -> destroy(organisation, now, until, daysDropped));
        if (swept) {
            done.put(organisation, until);
        }
        return true;
    }

    private boolean destroy(OrganisationId organisation, Instant now, Instant until, int daysDropped) {
        if (!runs.claim(organisation)) {
            return false;
        }
        if (runs.until(organisation).filter(last -> !last.isBefore(until)).isEmpty()) {
            long began = System.nanoTime();
            int destroyed = vault.destroyHoursBefore(organisation, until);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            runs.add(organisation, new RetentionRun(now, until, destroyed, daysDropped, millis));
            runs.forgetBefore(organisation, now.minus(periods.of(Category.TRACE, 0)));
        }
        return true;
    }
}
