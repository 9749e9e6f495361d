package com.qliento.ui.conversation;

import com.qliento.account.Permission;
import com.qliento.conversation.ConversationNews;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.transcript.WaitingMessage;
import com.qliento.transcript.WaitingMessages;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Fresh;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Messages that wait for a person, the longest first: each is tried again, or given up. */
@Route(value = WaitingView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class WaitingView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    static final String PATH = "conversations/waiting";
    private static final String SORT = "sort";
    private static final int MILLIS = 8_000;

    private final transient WaitingMessages messages;
    private final transient SignedIn signedIn;
    private final transient ListAddress address =
            new ListAddress().usually(SORT, WaitingTable.EARLIEST, List.of(WaitingTable.EARLIEST, WaitingTable.LATEST));
    private final ListTable<WaitingMessage> table;
    private transient Map<String, String> said = Map.of();

    WaitingView(WaitingMessages messages, ConversationNews news, SignedIn signedIn, Clock clock) {
        this.messages = messages;
        this.signedIn = signedIn;
        addClassNames("q-view", "q-list-view");
        table = new ListTable<>(
                getTranslation("waiting.title"),
                one -> one.message().id(),
                new WaitingTable(this, clock, signedIn.zone())
                        .columns(signedIn.may(Permission.SETTLE_MESSAGES) ? this::deeds : null),
                filtered -> ListTable.nothing(
                        "check", getTranslation("waiting.empty"), getTranslation("waiting.empty.help")));
        table.onSort(order -> address.go(PATH, said, SORT, order));
        var back = new RouterLink(getTranslation("conversations.all"), ConversationsView.class);
        back.addClassName("q-back");
        add(
                back,
                new ViewHead(getTranslation("waiting.title"), getTranslation("waiting.sentence")),
                table,
                new Fresh(news, signedIn.actor().organisation(), table::refresh));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        said = address.follow(event);
        var order = said.getOrDefault(SORT, "");
        table.show(rows(order.equals(WaitingTable.LATEST)), order, false);
    }

    private Rows<WaitingMessage> rows(boolean latestFirst) {
        return new Rows<>() {
            @Override
            public int count() {
                return messages.count(signedIn.actor());
            }

            @Override
            public List<WaitingMessage> slice(Slice slice) {
                return messages.slice(signedIn.actor(), latestFirst, slice);
            }
        };
    }

    private Component deeds(WaitingMessage one) {
        var again = new Button(
                getTranslation("shell.again"),
                click -> act(
                        "waiting.again.done",
                        () -> messages.tryAgain(signedIn.actor(), one.message().id())));
        var up = new Button(getTranslation("waiting.up"), click -> ask(one));
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        up.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var deeds = new Div(again, up);
        deeds.addClassName("q-list-deeds");
        return deeds;
    }

    private void ask(WaitingMessage one) {
        boolean inbound = one.message().inbound();
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("waiting.up.title"));
        ask.setText(new Paragraph(getTranslation(inbound ? "waiting.up.in" : "waiting.up.out")));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("editor.cancel"));
        ask.setConfirmText(getTranslation("waiting.up"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(sure -> act(
                "waiting.up.done",
                () -> messages.giveUp(signedIn.actor(), one.message().id())));
        ask.open();
    }

    private void act(String done, Runnable deed) {
        try {
            deed.run();
            Notification.show(getTranslation(done), MILLIS, Notification.Position.BOTTOM_START);
        } catch (Problem refused) {
            Notification.show(Refusal.words(this, refused), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        table.refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("waiting.title") + " · Qliento";
    }
}
