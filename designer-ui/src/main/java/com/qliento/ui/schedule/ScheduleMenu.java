package com.qliento.ui.schedule;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.schedule.Schedule;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Sure;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.function.SerializableRunnable;

/** What can be done with a schedule in the list; what can't be undone is asked for first. */
final class ScheduleMenu {

    private final Component speaker;
    private final transient ScheduleDesk desk;
    private final SerializableRunnable changed;

    /** @param speaker whose language it has */
    ScheduleMenu(Component speaker, ScheduleDesk desk, SerializableRunnable changed) {
        this.speaker = speaker;
        this.desk = desk;
        this.changed = changed;
    }

    Component of(Schedule schedule, ScheduleFacts facts) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_SMALL);
        var more = menu.addItem(new Icon("ellipsis"));
        more.setAriaLabel(said("schedules.menu", schedule.name()));
        var items = more.getSubMenu();
        items.addItem(said("schedules.look"), click -> new ScheduleSheet(desk, schedule, facts).open());
        if (desk.may(Permission.START_FLOWS)) {
            items.addItem(
                    said("schedules.begin"),
                    click -> Sure.then(speaker, sure(schedule, facts, "begin"), () -> begin(schedule)));
        }
        if (desk.may(Permission.MANAGE_CONNECTIONS)) {
            changes(items, schedule, facts);
        }
        return menu;
    }

    private void changes(SubMenu items, Schedule schedule, ScheduleFacts facts) {
        if (schedule.state() == Schedule.State.PAUSED) {
            items.addItem(
                    said("schedules.resume"),
                    click -> tell(() -> desk.schedules().resume(desk.actor(), schedule.id()), "resumed", schedule));
        } else if (schedule.state() == Schedule.State.ON) {
            items.addItem(
                    said("schedules.pause"),
                    click -> tell(() -> desk.schedules().pause(desk.actor(), schedule.id()), "paused", schedule));
        }
        if (schedule.madeIn() == null) {
            items.addItem(said("schedules.edit"), click -> new ScheduleDialog(desk, schedule, changed).open());
        }
        items.addItem(
                said("schedules.delete"),
                click -> Sure.ends(speaker, sure(schedule, facts, "delete"), () -> delete(schedule)));
    }

    private Sure.Words sure(Schedule schedule, ScheduleFacts facts, String what) {
        return new Sure.Words(
                said("schedules." + what + ".title", schedule.name()),
                said("schedules." + what + ".help", facts.begins(schedule)),
                said("schedules." + what));
    }

    private void begin(Schedule schedule) {
        tell(
                () -> {
                    var unused = desk.schedules().begin(desk.actor(), schedule.id());
                },
                "begun",
                schedule);
    }

    private void delete(Schedule schedule) {
        tell(() -> desk.schedules().delete(desk.actor(), schedule.id()), "deleted", schedule);
    }

    private void tell(Runnable work, String done, Schedule schedule) {
        try {
            work.run();
            Told.done(said("schedules.told." + done, schedule.name()));
        } catch (Problem refused) {
            Told.refused(ScheduleRefusal.words(speaker, refused));
        }
        changed.run();
    }

    private String said(String key, Object... values) {
        return speaker.getTranslation(key, values);
    }
}
