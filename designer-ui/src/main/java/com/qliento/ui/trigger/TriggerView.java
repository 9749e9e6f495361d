package com.qliento.ui.trigger;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.trigger.HookDelivery;
import com.qliento.trigger.Trigger;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Pulse;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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

/** One trigger: what comes, which of it the flow gets, trying it, and what came so far. */
@Route(value = TriggersView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.SEE_CONVERSATIONS)
public class TriggerView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int SECONDS = 3;

    private final transient TriggerDesk desk;
    private final transient TriggerDeeds deeds;
    private final Div head = new Div();
    private transient @Nullable Trigger shown;
    private transient Runnable refresh = () -> {};

    TriggerView(TriggerServices services, SignedIn signedIn, Clock clock) {
        this.desk = new TriggerDesk(services, signedIn, clock);
        this.deeds = new TriggerDeeds(this, desk);
        addClassNames("q-view", "q-trigger");
    }

    @Override
    public void setParameter(BeforeEvent event, String written) {
        removeAll();
        shown = null;
        if (!desk.may(Permission.SEE_CONVERSATIONS)) {
            event.rerouteToError(AccessDeniedException.class, getTranslation("error.forbidden"));
            return;
        }
        try {
            show(desk.triggers().get(desk.actor(), UUID.fromString(written)));
        } catch (IllegalArgumentException | Problem unknown) {
            throw new NotFoundException();
        }
    }

    private void show(Trigger trigger) {
        boolean mayChange = desk.may(Permission.MANAGE_CONNECTIONS);
        var inputs = new InputRows(desk, trigger, mayChange);
        var sample = new SampleBox(desk, trigger, mayChange ? inputs::take : null);
        sample.onRead(inputs::show);
        var table = table(trigger, sample);
        var tries = new TryBox(desk, trigger, sample::sample, table::refresh);
        head(trigger, mayChange);
        refresh = () -> {
            try {
                var now = desk.triggers().get(desk.actor(), trigger.id());
                head(now, mayChange);
                inputs.show(now);
                sample.look();
                table.refresh();
            } catch (Problem gone) {
                // It was deleted, or may not be seen any more: what is shown is what was last known.
                return;
            }
        };
        sample.look();
        table.show(rows(trigger.id()), "", false);
        var right = new Div(inputs, tries);
        right.addClassName("q-trigger-side");
        var both = new Div(sample, right);
        both.addClassName("q-trigger-both");
        add(head, both, new H2(getTranslation("triggers.deliveries")), table, new Pulse(SECONDS, () -> refresh.run()));
    }

    private ListTable<HookDelivery> table(Trigger trigger, SampleBox sample) {
        boolean mayBegin = desk.may(Permission.START_FLOWS);
        return new ListTable<>(
                getTranslation("triggers.deliveries"),
                delivery -> delivery.id().toString(),
                new HookLog(this, desk)
                        .columns(
                                delivery -> use(trigger, delivery, sample),
                                mayBegin ? delivery -> deeds.replay(trigger, delivery, refresh) : null),
                filtered -> ListTable.nothing(
                        "link", getTranslation("triggers.nothing"), getTranslation("triggers.nothing.help")));
    }

    private void use(Trigger trigger, HookDelivery delivery, SampleBox sample) {
        TriggerRefusal.orTell(
                this, () -> sample.take(desk.services().console().content(desk.actor(), trigger.id(), delivery)));
    }

    /** Made anew only when something changed: who is about to press one of its buttons keeps it. */
    private void head(Trigger trigger, boolean mayChange) {
        if (trigger.equals(shown)) {
            return;
        }
        shown = trigger;
        head.removeAll();
        var state = new Span(TriggerWords.state(this, trigger));
        state.addClassName("q-state");
        state.setClassName("good", trigger.enabled());
        var facts = new Div(
                state,
                new Span(TriggerWords.does(this, trigger, desk.nameOf(trigger.flowKey()))),
                new Span(TriggerWords.proof(this, trigger.proof())),
                new Span(getTranslation("triggers.per-minute", trigger.perMinute())));
        facts.addClassName("q-trigger-facts");
        var back = new RouterLink(getTranslation("triggers.all"), TriggersView.class);
        back.addClassName("q-back");
        var line = new Div(new Div(back, new H1(trigger.name()), facts));
        line.addClassName("q-view-head");
        if (mayChange) {
            line.add(acts(trigger));
        }
        head.add(line);
    }

    private Component acts(Trigger trigger) {
        var delete = new Button(
                new Icon("remove"),
                click -> deeds.delete(trigger, () -> UI.getCurrent().navigate(TriggersView.class)));
        delete.setAriaLabel(getTranslation("triggers.delete.of", trigger.name()));
        delete.setTooltipText(getTranslation("triggers.delete"));
        var acts = new Div(
                new Button(
                        getTranslation(trigger.enabled() ? "triggers.turn.off" : "triggers.turn.on"),
                        click -> deeds.turn(trigger, refresh)),
                new Button(getTranslation("triggers.renew"), new Icon("link"), click -> deeds.renew(trigger)),
                new Button(
                        getTranslation("triggers.change"),
                        new Icon("settings"),
                        click -> deeds.change(trigger, refresh)),
                delete);
        acts.addClassName("q-trigger-acts");
        return acts;
    }

    private Rows<HookDelivery> rows(UUID trigger) {
        return new Rows<>() {
            @Override
            public int count() {
                return desk.triggers().count(desk.actor(), trigger);
            }

            @Override
            public List<HookDelivery> slice(Slice slice) {
                return desk.triggers().slice(desk.actor(), trigger, slice);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.triggers") + " · Qliento";
    }
}
