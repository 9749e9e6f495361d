package com.qliento.draft;

import com.qliento.audit.Audit;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where drafts of all kinds are kept. */
@Component
public class DraftRoom {

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;

    DraftRoom(JdbcClient jdbc, OrganisationScope scope, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** The drafts of one kind, for the feature whose they are. */
    public DraftShelf shelf(String kind) {
        return new DraftShelf(jdbc, kind);
    }

    KeptShelf kept(String kind) {
        return new KeptShelf(jdbc, kind);
    }

    OrganisationScope scope() {
        return scope;
    }

    Audit audit() {
        return audit;
    }

    Clock clock() {
        return clock;
    }
}
