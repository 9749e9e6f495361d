package com.qliento.ui.flow;

import com.qliento.account.Actor;
import com.qliento.flow.ShelvedFlow;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.SerializableRunnable;

/**
 * Somebody changes a flow of the list.
 *
 * @param shown shows the list anew
 */
record FlowChange(SignedIn signedIn, ShelvedFlow flow, SerializableRunnable shown) {

    static final int UNDO_MILLIS = 10_000;

    Actor actor() {
        return signedIn.actor();
    }

    String key() {
        return flow.key();
    }

    /** Does it, or tells why not. */
    void make(Component speaker, Runnable work) {
        try {
            work.run();
        } catch (Problem refused) {
            Notification.show(Refusal.words(speaker, refused), UNDO_MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        shown.run();
    }
}
