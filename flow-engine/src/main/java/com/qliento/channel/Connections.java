package com.qliento.channel;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The numbers of an organisation, for somebody whose role allows it, else {@link Problem} (forbidden). Shows no secret. */
@Component
public class Connections {

    private final Channels channels;
    private final Audit audit;
    private final OrganisationScope scope;

    Connections(Channels channels, Audit audit, OrganisationScope scope) {
        this.channels = channels;
        this.audit = audit;
        this.scope = scope;
    }

    /** The organisation's numbers, in the order they were connected. */
    public List<Connection> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return channels.of(actor.organisation()).stream().map(Connection::of).toList();
    }

    /**
     * Connects a number; throws {@link Problem} (conflict) when it is connected already, to anybody. Whether Meta knows
     * the number and takes the token is not asked.
     */
    public Connection connect(Actor actor, NewChannel number) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        return scope.in(actor.organisation(), () -> {
            var connection = Connection.of(channels.add(actor.organisation(), number));
            audit.note(actor.did(AuditAction.CHANNEL_CONNECTED, connection.id().toString())
                    .with("number", connection.displayNumber()));
            return connection;
        });
    }

    /** Disconnects a number: what comes from it is refused from now on. What was said stays. */
    public void disconnect(Actor actor, ChannelId number) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        audit.run(
                actor.did(AuditAction.CHANNEL_DISCONNECTED, number.toString()),
                () -> channels.remove(actor.organisation(), number));
    }
}
