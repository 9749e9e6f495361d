package com.qliento.conversation;

import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationScope;
import com.qliento.outbox.CustomerWindow;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the outbox until when a contact may be written to freely. */
@Component
class ConversationWindow implements CustomerWindow {

    private final ConversationStore store;
    private final OrganisationScope scope;

    ConversationWindow(ConversationStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @Override
    public Instant openUntil(Lane lane) {
        return scope.in(lane.organisation(), () -> store.windowUntil(lane).orElse(Instant.MIN));
    }
}
