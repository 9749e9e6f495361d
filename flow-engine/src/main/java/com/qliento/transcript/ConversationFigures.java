package com.qliento.transcript;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures about all conversations of an organisation, for everybody who sees flows; nobody is named in them. */
@Component
public class ConversationFigures {

    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    ConversationFigures(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** Whether anybody ever wrote, but for people who were erased since. */
    public boolean any(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> jdbc.sql(
                        "SELECT EXISTS (SELECT FROM conversation WHERE organisation_id = ?)")
                .param(actor.organisation().value())
                .query(Boolean.class)
                .single());
    }
}
