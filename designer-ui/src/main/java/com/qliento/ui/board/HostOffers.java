package com.qliento.ui.board;

import com.qliento.account.Permission;
import com.qliento.host.AllowedHosts;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.springframework.stereotype.Component;

/** Allows a host that a flow asks, where the problem is told; whoever may not asks an owner to. */
@Component
class HostOffers {

    private static final int MILLIS = 8_000;

    private final AllowedHosts hosts;

    HostOffers(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    void take(String host, SignedIn signedIn, UI ui) {
        try {
            boolean may = signedIn.may(Permission.MANAGE_CONNECTIONS);
            var kept = may ? hosts.allow(signedIn.actor(), host) : hosts.ask(signedIn.actor(), host);
            Notification.show(
                    ui.getTranslation(kept.allowed() ? "hosts.allowed" : "hosts.asked", kept.host()),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        } catch (Problem refused) {
            Notification.show(Refusal.words(ui, refused), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
    }
}
