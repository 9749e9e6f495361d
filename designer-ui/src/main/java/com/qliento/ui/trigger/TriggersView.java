package com.qliento.ui.trigger;

import com.qliento.account.Permission;
import com.qliento.rest.Slice;
import com.qliento.trigger.HookDelivery;
import com.qliento.trigger.Trigger;
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
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All triggers of the organisation: which flow each begins, how callers prove themselves, what came last. */
@InNavigation(section = Section.BUILD, order = 5, title = "nav.triggers", icon = "link")
@Route(value = TriggersView.PATH, layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class TriggersView extends Div implements HasDynamicTitle {

    static final String PATH = "triggers";

    private static final String LAST = """
            <div class="q-list-words"><span class="q-state ${item.mood}">${item.outcome}</span>
              ${item.when ? html`<span>${item.when}</span>` : ''}</div>
            """;
    private static final String STATE = "<span class=\"q-state ${item.mood}\">${item.state}</span>";

    private final transient TriggerDesk desk;
    private final transient TriggerDeeds deeds;
    private final transient Map<UUID, HookDelivery> latest = new HashMap<>();
    private final transient Map<String, String> flows = new HashMap<>();
    private final ListTable<Trigger> table;

    TriggersView(TriggerServices services, SignedIn signedIn, Clock clock) {
        this.desk = new TriggerDesk(services, signedIn, clock);
        this.deeds = new TriggerDeeds(this, desk);
        addClassNames("q-view", "q-list-view", "q-triggers");
        boolean mayChange = desk.may(Permission.MANAGE_CONNECTIONS);
        table = new ListTable<>(
                getTranslation("nav.triggers"),
                trigger -> trigger.id().toString(),
                columns(mayChange),
                filtered -> ListTable.nothing(
                        "link",
                        getTranslation("triggers.empty"),
                        getTranslation(mayChange ? "triggers.empty.help" : "triggers.empty.ask")));
        add(head(mayChange), table);
        table.show(rows(), "", false);
    }

    private Component head(boolean mayChange) {
        var title = getTranslation("nav.triggers");
        var sentence = getTranslation("triggers.sentence");
        if (!mayChange) {
            return new ViewHead(title, sentence);
        }
        var add = new Button(getTranslation("triggers.add"), new Icon("plus"), click -> new TriggerDialog(
                        desk, null, made -> UI.getCurrent().navigate(TriggerView.class, made.toString()))
                .open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, add);
    }

    private List<Column<Trigger>> columns(boolean mayChange) {
        var columns = new ArrayList<Column<Trigger>>();
        var which = getTranslation("triggers.column.name");
        columns.add((desk.may(Permission.SEE_CONVERSATIONS)
                        ? Column.<Trigger>link(which, Trigger::name, one -> PATH + "/" + one.id(), this::begins)
                        : Column.words(which, Trigger::name, this::begins))
                .share(4));
        columns.add(Column.<Trigger>words(
                        getTranslation("triggers.column.proof"),
                        trigger -> TriggerWords.proof(this, trigger.proof()),
                        trigger -> null)
                .share(3));
        columns.add(Column.drawn(
                        getTranslation("triggers.column.last"),
                        LitRenderer.<Trigger>of(LAST)
                                .withProperty("mood", trigger -> TriggerWords.mood(latest.get(trigger.id())))
                                .withProperty(
                                        "outcome", trigger -> TriggerWords.outcome(this, latest.get(trigger.id())))
                                .withProperty("when", trigger -> when(latest.get(trigger.id()))))
                .share(3));
        columns.add(Column.drawn(
                        getTranslation("triggers.column.state"),
                        LitRenderer.<Trigger>of(STATE)
                                .withProperty("mood", trigger -> trigger.enabled() ? "good" : "")
                                .withProperty("state", trigger -> TriggerWords.state(this, trigger)))
                .share(1));
        if (mayChange) {
            columns.add(Column.component("", this::acts).wide("110px"));
        }
        return columns;
    }

    private String begins(Trigger trigger) {
        return TriggerWords.does(this, trigger, flows.getOrDefault(trigger.flowKey(), trigger.flowKey()));
    }

    private @Nullable String when(@Nullable HookDelivery delivery) {
        return delivery == null
                ? null
                : new When(
                                delivery.at(),
                                desk.clock().instant(),
                                desk.signedIn().zone())
                        .getText();
    }

    private Component acts(Trigger trigger) {
        var change = button("settings", "triggers.change", trigger);
        change.addClickListener(click -> deeds.change(trigger, table::refresh));
        var delete = button("remove", "triggers.delete", trigger);
        delete.addClickListener(click -> deeds.delete(trigger, table::refresh));
        var acts = new Div(change, delete);
        acts.addClassName("q-list-deeds");
        return acts;
    }

    private Button button(String icon, String words, Trigger trigger) {
        var button = new Button(new Icon(icon));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(words + ".of", trigger.name()));
        button.setTooltipText(getTranslation(words));
        return button;
    }

    private Rows<Trigger> rows() {
        return new Rows<>() {
            @Override
            public int count() {
                return desk.triggers().all(desk.actor()).size();
            }

            @Override
            public List<Trigger> slice(Slice slice) {
                look();
                return desk.triggers().all(desk.actor()).stream()
                        .skip(slice.offset())
                        .limit(slice.size())
                        .toList();
            }
        };
    }

    /** What is said beside them, once for all rows. */
    private void look() {
        latest.clear();
        latest.putAll(desk.triggers().latest(desk.actor()));
        desk.services().library().all(desk.actor()).forEach(flow -> flows.put(flow.key(), flow.name()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.triggers") + " · Qliento";
    }
}
