package com.qliento.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.Family;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells endpoints that were told of a person what was done about what is kept of them, whatever events the endpoint wants:
 * who was given something of somebody is to hear of it (GDPR Art. 19).
 */
@Component
public class PersonNews {

    /** They were erased. The event's data has the ids by which the endpoint was told of them. */
    public static final String ERASED = "person.erased";

    /** Something of them was corrected. The event's data says which field besides, and not what is in it. */
    public static final String RECTIFIED = "person.rectified";

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final DeliveryQueue queue;
    private final Sending sending;

    /** With what and when it is written. */
    @Component
    record Sending(JdbcClient jdbc, JdbcOperations trips, Clock clock) {}

    PersonNews(EndpointStore endpoints, DeliveryStore deliveries, DeliveryQueue queue, Sending sending) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.sending = sending;
    }

    /** An endpoint's host and what is sent to it. */
    public record Queued(String host, UUID delivery) {}

    /**
     * Queues the news for each endpoint that is on and that was told of them, in the open transaction of the organisation.
     * It is about nobody: what is sent has ids alone, and stays when the person's rows go.
     */
    public List<Queued> erased(Family family) {
        return tell(family, ERASED, null, facts(family));
    }

    /**
     * As {@link #erased}, of a field that was corrected; what is sent goes with the person's rows.
     *
     * @param name of an answer; null for another field
     */
    public List<Queued> rectified(Family family, String field, @Nullable String name) {
        var facts = facts(family).put("field", field);
        if (name != null) {
            facts.put("name", name);
        }
        return tell(family, RECTIFIED, family.stays().value(), facts);
    }

    private static ObjectNode facts(Family family) {
        var facts = JsonNodeFactory.instance.objectNode();
        facts.put("contact", family.stays().toString());
        var all = facts.putArray("contacts");
        family.all().stream().map(SubjectId::toString).forEach(all::add);
        return facts;
    }

    private List<Queued> tell(Family family, String type, @Nullable UUID about, ObjectNode facts) {
        var organisation = family.organisation();
        var told = told(family);
        var now = sending.clock().instant();
        var body = EventBody.of(type, now, facts, JsonNodeFactory.instance.objectNode());
        var news = new DeliveryQueue.Event(TimeOrderedId.at(now), type, about, now, body, DeliveryQueue.Haste.USUAL);
        var trip = new RoundTrip();
        var queued = new ArrayList<Queued>();
        for (var endpoint : endpoints.all(organisation)) {
            if (endpoint.enabled() && told.contains(endpoint.id())) {
                var ear = new Listening.Ear(endpoint.id(), endpoint.server(), false);
                queued.add(new Queued(endpoint.server(), queue.add(trip, organisation, ear, news)));
            }
        }
        trip.run(sending.trips());
        return queued;
    }

    private Set<UUID> told(Family family) {
        return Set.copyOf(sending.jdbc()
                .sql("""
                        SELECT DISTINCT endpoint_id FROM webhook_delivery
                        WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                        """)
                .param(family.organisation().value())
                .param(family.ids())
                .query(UUID.class)
                .list());
    }

    /** Whether the endpoint took this. In the open transaction of the organisation. */
    public boolean isTaken(OrganisationId organisation, UUID delivery) {
        return deliveries
                .find(organisation, delivery)
                .filter(one -> one.state() == WebhookDelivery.State.DELIVERED)
                .isPresent();
    }
}
