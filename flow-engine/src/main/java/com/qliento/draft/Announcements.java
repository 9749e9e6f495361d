package com.qliento.draft;

import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what the database tells all nodes of drafts into an event. */
@Component
record Announcements(ApplicationEventPublisher events) {

    @EventListener
    void heard(DatabaseNotification notification) {
        if (notification.missed()) {
            events.publishEvent(new DraftsMissed());
        } else if (notification.concerns(DraftShelf.TOPIC)) {
            String[] parts = notification.key().split("/", 3);
            events.publishEvent(new DraftSaved(OrganisationId.of(parts[0]), parts[1], parts[2]));
        }
    }
}
