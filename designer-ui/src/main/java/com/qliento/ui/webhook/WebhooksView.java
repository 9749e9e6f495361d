package com.qliento.ui.webhook;

import com.qliento.account.Permission;
import com.qliento.rest.Slice;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.qliento.webhook.WebhookDeliveries;
import com.qliento.webhook.WebhookEndpoint;
import com.qliento.webhook.WebhookEndpoints;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All endpoints of the organisation: where they are, what they are told, and how they fare. */
@InNavigation(section = Section.CONNECT, order = 4, title = "nav.webhooks", icon = "radio")
@Route(value = WebhooksView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class WebhooksView extends Div implements HasDynamicTitle {

    /** Not as it is called: what begins with webhooks is a door for programs. */
    static final String PATH = "endpoints";

    private final transient WebhookEndpoints endpoints;
    private final transient SignedIn signedIn;
    private final transient EndpointDeeds deeds;
    private final transient Clock clock;
    private final ListTable<WebhookEndpoint> table;

    WebhooksView(WebhookEndpoints endpoints, WebhookDeliveries deliveries, SignedIn signedIn, Clock clock) {
        this.endpoints = endpoints;
        this.signedIn = signedIn;
        this.deeds = new EndpointDeeds(this, endpoints, deliveries, signedIn);
        this.clock = clock;
        addClassNames("q-view", "q-list-view", "q-webhooks");
        boolean mayChange = signedIn.may(Permission.MANAGE_CONNECTIONS);
        table = new ListTable<>(
                getTranslation("nav.webhooks"),
                endpoint -> endpoint.id().toString(),
                columns(mayChange),
                filtered -> ListTable.nothing(
                        "radio",
                        getTranslation("webhooks.empty"),
                        getTranslation(mayChange ? "webhooks.empty.help" : "webhooks.empty.ask")));
        add(head(mayChange), table);
        table.show(rows(), "", false);
    }

    private Component head(boolean mayChange) {
        var title = getTranslation("nav.webhooks");
        var sentence = getTranslation("webhooks.sentence");
        if (!mayChange) {
            return new ViewHead(title, sentence);
        }
        var add = new Button(getTranslation("webhooks.add"), new Icon("plus"), click -> new EndpointDialog(
                        endpoints, signedIn, null, table::refresh)
                .open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, add);
    }

    private List<Column<WebhookEndpoint>> columns(boolean mayChange) {
        var columns = new ArrayList<Column<WebhookEndpoint>>();
        var where = getTranslation("webhooks.column.endpoint");
        columns.add((signedIn.may(Permission.SEE_CONVERSATIONS)
                        ? Column.<WebhookEndpoint>link(
                                where,
                                WebhookEndpoint::server,
                                endpoint -> PATH + "/" + endpoint.id(),
                                WebhooksView::under)
                        : Column.words(where, WebhookEndpoint::server, WebhooksView::under))
                .share(4));
        columns.add(Column.<WebhookEndpoint>words(
                        getTranslation("webhooks.column.events"),
                        endpoint -> EventNames.of(this, endpoint.kinds()),
                        endpoint -> endpoint.content() ? getTranslation("webhooks.content") : null)
                .share(4));
        columns.add(Column.component(getTranslation("webhooks.column.state"), (WebhookEndpoint endpoint) ->
                        (Component) new EndpointState(endpoint, clock.instant(), signedIn.zone()))
                .share(3));
        if (mayChange) {
            columns.add(Column.component("", this::acts).wide("110px"));
        }
        return columns;
    }

    /** The whole address, where it says more than the host. */
    private static @Nullable String under(WebhookEndpoint endpoint) {
        return endpoint.address().equals(endpoint.server()) ? null : endpoint.address();
    }

    private Component acts(WebhookEndpoint endpoint) {
        var change = button("settings", "webhooks.change", endpoint);
        change.addClickListener(click -> deeds.change(endpoint, table::refresh));
        var delete = button("remove", "webhooks.delete", endpoint);
        delete.addClickListener(click -> deeds.delete(endpoint, table::refresh));
        var acts = new Div(change, delete);
        acts.addClassName("q-list-deeds");
        return acts;
    }

    private Button button(String icon, String words, WebhookEndpoint endpoint) {
        var button = new Button(new Icon(icon));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(words + ".of", endpoint.server()));
        button.setTooltipText(getTranslation(words));
        return button;
    }

    private Rows<WebhookEndpoint> rows() {
        return new Rows<>() {
            @Override
            public int count() {
                return endpoints.all(signedIn.actor()).size();
            }

            @Override
            public List<WebhookEndpoint> slice(Slice slice) {
                return endpoints.all(signedIn.actor()).stream()
                        .skip(slice.offset())
                        .limit(slice.size())
                        .toList();
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.webhooks") + " · Qliento";
    }
}
