package com.qliento.ui.webhook;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.SignedIn;
import com.qliento.webhook.WebhookDeliveries;
import com.qliento.webhook.WebhookDelivery;
import com.qliento.webhook.WebhookEndpoint;
import com.qliento.webhook.WebhookEndpoints;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One endpoint: how it fares, what it was sent, and what can be done about either. */
@Route(value = WebhooksView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class EndpointView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int SECONDS = 3;

    private final transient WebhookEndpoints endpoints;
    private final transient WebhookDeliveries deliveries;
    private final transient SignedIn signedIn;
    private final transient EndpointDeeds deeds;
    private final transient Clock clock;
    private final Div head = new Div();
    private final Div facts = new Div();
    private transient @Nullable WebhookEndpoint shown;
    private transient Runnable refresh = () -> {};

    EndpointView(WebhookEndpoints endpoints, WebhookDeliveries deliveries, SignedIn signedIn, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signedIn = signedIn;
        this.deeds = new EndpointDeeds(this, endpoints, deliveries, signedIn);
        this.clock = clock;
        addClassNames("q-view", "q-list-view", "q-webhook");
        facts.addClassName("q-webhook-facts");
    }

    @Override
    public void setParameter(BeforeEvent event, String written) {
        removeAll();
        shown = null;
        if (!signedIn.may(Permission.SEE_CONVERSATIONS)) {
            event.rerouteToError(AccessDeniedException.class, getTranslation("error.forbidden"));
            return;
        }
        try {
            show(endpoints.get(signedIn.actor(), UUID.fromString(written)));
        } catch (IllegalArgumentException | Problem unknown) {
            throw new NotFoundException();
        }
    }

    private void show(WebhookEndpoint endpoint) {
        boolean mayChange = signedIn.may(Permission.MANAGE_CONNECTIONS);
        var table = new ListTable<WebhookDelivery>(
                getTranslation("webhooks.deliveries"),
                delivery -> delivery.id().toString(),
                new DeliveryTable(this, clock, signedIn.zone())
                        .columns(mayChange ? delivery -> replay(endpoint.id(), delivery) : null),
                filtered -> ListTable.nothing(
                        "send", getTranslation("webhooks.nothing"), getTranslation("webhooks.nothing.help")));
        head(endpoint, mayChange);
        table.show(rows(endpoint.id()), "", false);
        refresh = () -> {
            try {
                head(endpoints.get(signedIn.actor(), endpoint.id()), mayChange);
                table.refresh();
            } catch (Problem gone) {
                // It was deleted, or may not be seen any more: what is shown is what was last known.
                return;
            }
        };
        add(head, table, new Pulse(SECONDS, () -> refresh.run()));
    }

    private void replay(UUID endpoint, WebhookDelivery delivery) {
        deeds.replay(endpoints.get(signedIn.actor(), endpoint), delivery, refresh);
    }

    /** Made anew only when something changed: who is about to press one of its buttons keeps it. */
    private void head(WebhookEndpoint endpoint, boolean mayChange) {
        facts.removeAll();
        facts.add(new EndpointState(endpoint, clock.instant(), signedIn.zone()), new Span(endpoint.address()));
        if (endpoint.equals(shown)) {
            return;
        }
        shown = endpoint;
        head.removeAll();
        var back = new RouterLink(getTranslation("webhooks.all"), WebhooksView.class);
        back.addClassName("q-back");
        var line = new Div(new Div(back, new H1(endpoint.server()), facts));
        line.addClassName("q-view-head");
        if (mayChange) {
            line.add(acts(endpoint));
        }
        head.add(line);
        var off = endpoint.off();
        if (off != null) {
            head.add(notice(endpoint, off, mayChange));
        }
    }

    private Component acts(WebhookEndpoint endpoint) {
        var acts = new Div(
                new Button(getTranslation("webhooks.test"), new Icon("send"), click -> deeds.test(endpoint, refresh)),
                new Button(getTranslation("webhooks.rotate"), new Icon("key"), click -> deeds.rotate(endpoint)),
                new Button(
                        getTranslation("webhooks.change"),
                        new Icon("settings"),
                        click -> deeds.change(endpoint, refresh)),
                delete(endpoint));
        acts.addClassName("q-webhook-acts");
        return acts;
    }

    private Component delete(WebhookEndpoint endpoint) {
        var delete = new Button(
                new Icon("remove"),
                click -> deeds.delete(endpoint, () -> UI.getCurrent().navigate(WebhooksView.class)));
        delete.setAriaLabel(getTranslation("webhooks.delete.of", endpoint.server()));
        delete.setTooltipText(getTranslation("webhooks.delete"));
        return delete;
    }

    private Component notice(WebhookEndpoint endpoint, WebhookEndpoint.Off off, boolean mayChange) {
        var notice = new Div(new Icon("alert"), new Span(getTranslation("webhooks.notice." + off.word())));
        notice.addClassName("q-webhook-notice");
        if (mayChange) {
            notice.add(new Button(getTranslation("webhooks.switch-on"), click -> deeds.switchOn(endpoint, refresh)));
        }
        return notice;
    }

    private Rows<WebhookDelivery> rows(UUID endpoint) {
        return new Rows<>() {
            @Override
            public int count() {
                return deliveries.count(signedIn.actor(), endpoint);
            }

            @Override
            public List<WebhookDelivery> slice(Slice slice) {
                return deliveries.slice(signedIn.actor(), endpoint, slice);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.webhooks") + " · Qliento";
    }
}
