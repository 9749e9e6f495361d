package com.qliento.ui.schedule;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.schedule.Schedule;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.SerializableRunnable;

/** What can be done with a schedule in the list; what can't be undone is asked for first. */
final class ScheduleMenu {

    private static final int MILLIS = 8_000;

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
            items.addItem(said("schedules.begin"), click -> ask(schedule, facts, "begin", "primary"));
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
        items.addItem(said("schedules.delete"), click -> ask(schedule, facts, "delete", "error primary"));
    }

    private void ask(Schedule schedule, ScheduleFacts facts, String what, String theme) {
        var ask = new ConfirmDialog(
                said("schedules." + what + ".title", schedule.name()),
                said("schedules." + what + ".help", facts.begins(schedule)),
                said("schedules." + what),
                sure -> tell(
                        () -> {
                            if (what.equals("delete")) {
                                desk.schedules().delete(desk.actor(), schedule.id());
                            } else {
                                desk.schedules().begin(desk.actor(), schedule.id());
                            }
                        },
                        what.equals("delete") ? "deleted" : "begun",
                        schedule));
        ask.setCancelable(true);
        ask.setCancelText(said("editor.cancel"));
        ask.setConfirmButtonTheme(theme);
        ask.open();
    }

    private void tell(Runnable work, String done, Schedule schedule) {
        try {
            work.run();
            Notification.show(
                    said("schedules.told." + done, schedule.name()), MILLIS, Notification.Position.BOTTOM_START);
        } catch (Problem refused) {
            Notification.show(ScheduleRefusal.words(speaker, refused), MILLIS, Notification.Position.BOTTOM_START)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        changed.run();
    }

    private String said(String key, Object... values) {
        return speaker.getTranslation(key, values);
    }
}
