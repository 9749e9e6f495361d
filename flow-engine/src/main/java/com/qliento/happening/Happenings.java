package com.qliento.happening;

import com.qliento.database.RoundTrip;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Where features tell what happens. Who tells asks first whether anybody listens, and makes nothing when nobody does. */
@Component
public class Happenings {

    private final ObjectProvider<HappeningHearer> beans;
    private final JdbcOperations jdbc;
    private volatile @Nullable List<HappeningHearer> hearers;

    Happenings(ObjectProvider<HappeningHearer> beans, JdbcOperations jdbc) {
        this.beans = beans;
        this.jdbc = jdbc;
    }

    /** Whether anybody wants to hear of this: a look into memory. */
    public boolean areHeard(OrganisationId organisation, HappeningKind kind) {
        for (var hearer : hearers()) {
            if (hearer.hears(organisation, kind)) {
                return true;
            }
        }
        return false;
    }

    /** Tells it in the open transaction of the organisation, as the trip runs. */
    public void tell(RoundTrip trip, Happening happening) {
        for (var hearer : hearers()) {
            if (hearer.hears(happening.organisation(), happening.kind())) {
                hearer.hear(trip, happening);
            }
        }
    }

    /** Tells them in the open transaction of the organisation, now. */
    public void tell(List<Happening> all) {
        var trip = new RoundTrip();
        all.forEach(one -> tell(trip, one));
        trip.run(jdbc);
    }

    /** Looked for as late as this: who hears may need who tells. */
    private List<HappeningHearer> hearers() {
        var known = hearers;
        if (known == null) {
            known = beans.orderedStream().toList();
            hearers = known;
        }
        return known;
    }
}
