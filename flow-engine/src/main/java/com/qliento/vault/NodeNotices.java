package com.qliento.vault;

import com.qliento.database.DatabaseNotification;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Passes on what other nodes tell about destroyed keys. */
@Component
class NodeNotices {

    private final DestructionNotices notices;

    NodeNotices(DestructionNotices notices) {
        this.notices = notices;
    }

    @EventListener
    void hear(DatabaseNotification notification) {
        if (notification.topic().equals(DestructionNotices.CHANNEL)) {
            notices.heard(notification.key());
        }
    }
}
