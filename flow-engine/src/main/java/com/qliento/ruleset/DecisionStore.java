package com.qliento.ruleset;

import com.qliento.draft.DraftRoom;
import com.qliento.draft.DraftShelf;
import com.qliento.draft.DraftVersion;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions and their versions; inside a transaction of the organisation. */
@Component
class DecisionStore {

    /** What drafts of decisions are among drafts of all kinds. */
    static final String KIND = "decision";

    private final JdbcClient jdbc;
    private final DraftShelf drafts;

    DecisionStore(JdbcClient jdbc, DraftRoom room) {
        this.jdbc = jdbc;
        this.drafts = room.shelf(KIND);
    }

    boolean has(OrganisationId organisation, String key) {
        return drafts.has(organisation, key);
    }

    /** Keeps a decision from others until the transaction ends; gives whether there is one. */
    boolean lock(OrganisationId organisation, String key) {
        return drafts.lock(organisation, key);
    }

    /** With its versions and cases, and what was decided by them. */
    void delete(OrganisationId organisation, String key) {
        jdbc.sql("DELETE FROM ruleset_decided WHERE organisation_id = ? AND key = ?")
                .param(organisation.value())
                .param(key)
                .update();
        drafts.delete(organisation, key);
    }

    Optional<DraftVersion> version(OrganisationId organisation, String key, int version) {
        return drafts.version(organisation, key, version);
    }

    /** The live version of every decision model that has one. */
    List<LiveDecisions.Live> live(OrganisationId organisation) {
        return drafts.names(organisation).stream()
                .flatMap(decision -> Stream.ofNullable(decision.liveVersion())
                        .map(version -> new LiveDecisions.Live(decision.key(), decision.name(), version)))
                .toList();
    }

    /** Tells all nodes, when the transaction commits, that the organisation's decisions changed. */
    void announce(OrganisationId organisation) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(LiveDecisions.TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }
}
