package com.qliento.ui.schedule;

import com.qliento.account.Permission;
import com.qliento.channel.Channels;
import com.qliento.flow.FlowLibrary;
import com.qliento.rest.Slice;
import com.qliento.schedule.Schedule;
import com.qliento.schedule.Schedules;
import com.qliento.ui.list.ListTable;
import com.qliento.ui.list.Rows;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.InNavigation;
import com.qliento.ui.shell.MainLayout;
import com.qliento.ui.shell.Needs;
import com.qliento.ui.shell.Section;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.ViewHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All schedules: those that somebody set up, and those that flows wished for while they ran. */
@InNavigation(section = Section.BUILD, order = 4, title = "nav.schedules", icon = "clock")
@Route(value = "schedules", layout = MainLayout.class)
@PermitAll
@Needs(Permission.LOOK_ON)
public class SchedulesView extends Div implements HasDynamicTitle {

    private final transient ScheduleDesk desk;
    private final transient Map<UUID, String> names = new HashMap<>();
    private final ListTable<Schedule> table;
    private final Tab standing;
    private final Tabs tabs;
    private transient ScheduleFacts facts;

    SchedulesView(Schedules schedules, FlowLibrary library, Channels numbers, SignedIn signedIn, Clock clock) {
        this.desk = new ScheduleDesk(schedules, library, numbers, signedIn, clock);
        this.facts = new ScheduleFacts(this, getLocale(), desk, names);
        addClassNames("q-view", "q-list-view", "q-schedules");
        standing = new Tab(getTranslation("schedules.standing"));
        tabs = new Tabs(standing, new Tab(getTranslation("schedules.wished")));
        tabs.addSelectedChangeListener(change -> show());
        var menu = new ScheduleMenu(this, desk, this::show);
        table = new ListTable<>(
                getTranslation("nav.schedules"),
                schedule -> schedule.id().toString(),
                ScheduleTable.columns(this, () -> facts, schedule -> menu.of(schedule, facts)),
                filtered -> nothing());
        add(head(), tabs, table);
        show();
    }

    private Component head() {
        var title = getTranslation("nav.schedules");
        var sentence = getTranslation("schedules.sentence");
        if (!desk.may(Permission.MANAGE_CONNECTIONS)) {
            return new ViewHead(title, sentence);
        }
        var add = new Button(
                getTranslation("schedules.add"), new Icon("plus"), click -> new ScheduleDialog(desk, null, this::show)
                        .open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHead(title, sentence, add);
    }

    private Component nothing() {
        if (!isStanding()) {
            return ListTable.nothing(
                    "clock", getTranslation("schedules.wished.empty"), getTranslation("schedules.wished.empty.help"));
        }
        boolean mayChange = desk.may(Permission.MANAGE_CONNECTIONS);
        return ListTable.nothing(
                "clock",
                getTranslation("schedules.empty"),
                getTranslation(mayChange ? "schedules.empty.help" : "schedules.empty.ask"));
    }

    private boolean isStanding() {
        return standing.equals(tabs.getSelectedTab());
    }

    private void show() {
        facts = new ScheduleFacts(this, getLocale(), desk, names);
        table.show(isStanding() ? standingRows() : wishedRows(), "", false);
    }

    private Rows<Schedule> standingRows() {
        return new Rows<>() {
            @Override
            public int count() {
                return desk.schedules().all(desk.actor()).size();
            }

            @Override
            public List<Schedule> slice(Slice slice) {
                return named(desk.schedules().all(desk.actor()).stream()
                        .skip(slice.offset())
                        .limit(slice.size())
                        .toList());
            }
        };
    }

    private Rows<Schedule> wishedRows() {
        return new Rows<>() {
            @Override
            public int count() {
                return desk.schedules().count(desk.actor());
            }

            @Override
            public List<Schedule> slice(Slice slice) {
                return named(desk.schedules().slice(desk.actor(), slice));
            }
        };
    }

    private List<Schedule> named(List<Schedule> rows) {
        names.putAll(desk.names(rows));
        return rows;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.schedules") + " · Qliento";
    }
}
