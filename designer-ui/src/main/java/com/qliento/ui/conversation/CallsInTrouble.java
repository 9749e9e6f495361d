package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.call.Calls;
import com.qliento.call.FailingCalls;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.qliento.webhook.WebhookDeliveries;
import com.vaadin.flow.component.UI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Systems that flows ask and do not get through to need somebody. Endpoints that are told things have a line of their own. */
@Component
@Order(3)
class CallsInTrouble implements Attention {

    private static final String WHY = "calls.why.";

    private final Calls calls;

    CallsInTrouble(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String about() {
        return "calls.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        if (!who.may(Permission.SEE_CONVERSATIONS)) {
            return CompletableFuture.completedFuture(List.of());
        }
        return CompletableFuture.completedFuture(calls.failing(who.actor().organisation()).stream()
                .filter(failing -> !WebhookDeliveries.areOf(failing.kind()))
                .map(failing -> need(ui, failing, who.zone()))
                .toList());
    }

    private static Need need(UI ui, FailingCalls failing, ZoneId zone) {
        var since = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(ui.getLocale())
                .format(failing.since().atZone(zone));
        var words = ui.getTranslation("home.calls", failing.count(), failing.target(), why(ui, failing.code()), since);
        return new Need(Severity.BAD, "plug", words, ConversationsView.PATH);
    }

    /** A code that no screen has words for is said as it is. */
    private static String why(UI ui, String code) {
        var said = ui.getTranslation(WHY + code);
        return said.equals(WHY + code) ? code : said;
    }

    @Override
    public boolean changesWithMessages() {
        return true;
    }
}
