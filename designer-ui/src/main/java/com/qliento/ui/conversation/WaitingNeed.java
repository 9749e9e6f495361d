package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.transcript.WaitingMessages;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Messages that no flow could take, and such as were not sent, need somebody. */
@Component
@Order(1)
class WaitingNeed implements Attention {

    private final WaitingMessages messages;

    WaitingNeed(WaitingMessages messages) {
        this.messages = messages;
    }

    @Override
    public String about() {
        return "conversations.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        if (!who.may(Permission.SEE_CONVERSATIONS)) {
            return CompletableFuture.completedFuture(List.of());
        }
        int waiting = messages.count(who.actor());
        return CompletableFuture.completedFuture(
                waiting == 0
                        ? List.of()
                        : List.of(new Need(
                                Severity.BAD,
                                "circleAlert",
                                ui.getTranslation("home.parked", waiting),
                                WaitingView.PATH)));
    }

    @Override
    public boolean changesWithMessages() {
        return true;
    }
}
