package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.contact.Contacts;
import com.qliento.inbound.Intake.Delivery;
import com.qliento.inbox.StatusArrival;
import com.qliento.organisation.OrganisationScope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes deliveries durable: one transaction for all of an organisation, one multi-row insert for all of their messages. */
@Component
class IntakeWriter {

    private final OrganisationScope scope;
    private final Contacts contacts;
    private final ArrivalSealer sealer;
    private final NewMessages messages;
    private final Clock clock;

    IntakeWriter(OrganisationScope scope, Contacts contacts, ArrivalSealer sealer, NewMessages messages, Clock clock) {
        this.scope = scope;
        this.contacts = contacts;
        this.sealer = sealer;
        this.messages = messages;
        this.clock = clock;
    }

    void write(List<Delivery> deliveries) {
        deliveries.stream()
                .collect(Collectors.groupingBy(delivery -> delivery.channel().organisation()))
                .forEach((organisation, some) -> scope.runPlanned(organisation, () -> {
                    var arrivals = new ArrayList<NewMessages.Arrived>();
                    var statuses = new ArrayList<StatusArrival>();
                    byChannel(some).forEach((channel, parts) -> sort(channel, parts, arrivals, statuses));
                    // What comes late, after the receiver was away, comes in any order.
                    arrivals.sort(
                            Comparator.comparing(arrived -> arrived.sealed().order()));
                    messages.accept(organisation, arrivals, statuses);
                }));
    }

    private static Map<Channel, List<UpdateParts>> byChannel(List<Delivery> deliveries) {
        return deliveries.stream()
                .collect(Collectors.groupingBy(
                        Delivery::channel,
                        LinkedHashMap::new,
                        Collectors.flatMapping(
                                delivery -> delivery.updates().stream()
                                        .map(update -> UpdateParts.of(update, delivery.ours())),
                                Collectors.toList())));
    }

    private void sort(
            Channel channel, List<UpdateParts> read, List<NewMessages.Arrived> arrivals, List<StatusArrival> statuses) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var senders = read.stream()
                .filter(parts -> parts.sender() != null)
                .map(UpdateParts::requiredSender)
                .toList();
        var found = contacts.resolve(channel, senders, now).iterator();
        var told =
                read.stream().map(UpdateParts::named).filter(Objects::nonNull).toList();
        var known = contacts.known(channel, told).iterator();
        for (var parts : read) {
            if (parts.status() != null) {
                statuses.add(sealer.status(channel, parts.status(), now));
            } else if (parts.sender() == null) {
                var named = parts.named() == null ? null : known.next().orElse(null);
                arrivals.add(new NewMessages.Arrived(sealer.arrival(channel, parts, named, now), parts));
            } else {
                // Nothing is kept of somebody who was erased since they wrote it.
                found.next()
                        .ifPresent(contact -> arrivals.add(
                                new NewMessages.Arrived(sealer.arrival(channel, parts, contact, now), parts)));
            }
        }
    }
}
