package com.qliento.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.Family;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells endpoints that were told of a person that they were erased, whatever events the endpoint wants: who was given
 * something of somebody is to hear of it (GDPR Art. 19).
 */
@Component
public class ErasureNews {

    /** The event's type. Its data has the ids by which they were told of the person. */
    public static final String TYPE = "person.erased";

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final DeliveryQueue queue;
    private final Sending sending;

    /** With what and when it is written. */
    @Component
    record Sending(JdbcClient jdbc, JdbcOperations trips, Clock clock) {}

    ErasureNews(EndpointStore endpoints, DeliveryStore deliveries, DeliveryQueue queue, Sending sending) {
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
    public List<Queued> tell(Family family) {
        var organisation = family.organisation();
        var told = new HashSet<>(sending.jdbc()
                .sql("""
                        SELECT DISTINCT endpoint_id FROM webhook_delivery
                        WHERE organisation_id = ? AND contact_id = ANY (?::uuid[])
                        """)
                .param(organisation.value())
                .param(family.ids())
                .query(UUID.class)
                .list());
        var now = sending.clock().instant();
        var event = TimeOrderedId.at(now);
        var facts = JsonNodeFactory.instance.objectNode();
        facts.put("contact", family.stays().toString());
        var all = facts.putArray("contacts");
        family.all().stream().map(SubjectId::toString).forEach(all::add);
        var body = EventBody.of(TYPE, now, facts, JsonNodeFactory.instance.objectNode());
        var trip = new RoundTrip();
        var queued = new ArrayList<Queued>();
        for (var endpoint : endpoints.all(organisation)) {
            if (endpoint.enabled() && told.contains(endpoint.id())) {
                var ear = new Listening.Ear(endpoint.id(), endpoint.server(), false);
                var news = new DeliveryQueue.Event(event, TYPE, null, now, body, DeliveryQueue.Haste.USUAL);
                queued.add(new Queued(endpoint.server(), queue.add(trip, organisation, ear, news)));
            }
        }
        trip.run(sending.trips());
        return queued;
    }

    /** Whether the endpoint took this. In the open transaction of the organisation. */
    public boolean isTaken(OrganisationId organisation, UUID delivery) {
        return deliveries
                .find(organisation, delivery)
                .filter(one -> one.state() == WebhookDelivery.State.DELIVERED)
                .isPresent();
    }
}
