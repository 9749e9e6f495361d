package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.inbox.Inbox;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Messages that no flow could take need somebody. */
@Component
@Order(1)
class ParkedMessages implements Attention {

    private final Inbox inbox;

    ParkedMessages(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String about() {
        return "conversations.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        long parked = inbox.parked(who.actor().organisation());
        var address = who.may(Permission.SEE_CONVERSATIONS) ? "conversations" : "";
        return CompletableFuture.completedFuture(
                parked == 0
                        ? List.of()
                        : List.of(new Need(
                                Severity.BAD, "circleAlert", ui.getTranslation("home.parked", parked), address)));
    }

    @Override
    public boolean changesWithMessages() {
        return true;
    }
}
