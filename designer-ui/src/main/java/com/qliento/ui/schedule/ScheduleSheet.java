package com.qliento.ui.schedule;

import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.schedule.Schedule;
import com.qliento.schedule.ScheduleRun;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The times that come next, and what became of the latest. */
final class ScheduleSheet extends Dialog {

    private static final int SHOWN = 50;

    ScheduleSheet(ScheduleDesk desk, Schedule schedule, ScheduleFacts facts) {
        setHeaderTitle(schedule.name());
        setWidth("min(520px, 96vw)");
        var sheet = new Div(
                new Paragraph(facts.begins(schedule)),
                new Paragraph(facts.rhythm(schedule)),
                new H3(getTranslation("schedules.next")),
                next(desk, schedule, facts));
        sheet.addClassName("q-schedule-sheet");
        if (desk.may(Permission.SEE_CONVERSATIONS)) {
            sheet.add(new H3(getTranslation("schedules.runs")), runs(desk, schedule, facts));
        }
        add(sheet);
        getFooter().add(new Button(getTranslation("schedules.close"), click -> close()));
    }

    private Component next(ScheduleDesk desk, Schedule schedule, ScheduleFacts facts) {
        if (schedule.next() == null) {
            return new Paragraph(facts.next(schedule));
        }
        try {
            var words = new OrderedList();
            var upcoming = desk.schedules().times(desk.actor(), schedule.rhythm());
            var times = new RhythmWords(this, getLocale());
            upcoming.times().forEach(at -> words.add(new ListItem(times.time(at, upcoming.zone()))));
            return words;
        } catch (Problem over) {
            return new Paragraph(facts.next(schedule));
        }
    }

    private Component runs(ScheduleDesk desk, Schedule schedule, ScheduleFacts facts) {
        var runs = desk.schedules().runs(desk.actor(), schedule.id(), null, SHOWN);
        if (runs.isEmpty()) {
            return new Paragraph(getTranslation("schedules.runs.none"));
        }
        var list = new UnorderedList();
        list.addClassName("q-schedule-runs");
        runs.forEach(run -> list.add(line(schedule, facts, run)));
        return list;
    }

    private ListItem line(Schedule schedule, ScheduleFacts facts, ScheduleRun run) {
        var outcome = new Span(facts.outcome(run));
        outcome.addClassNames("q-state", run.begun() ? "good" : "bad");
        var line = new ListItem(new Span(facts.time(schedule, run)), outcome);
        if (run.byHand()) {
            line.add(new Span(getTranslation("schedules.run.by.hand")));
        }
        if (run.missed() > 0) {
            line.add(new Span(getTranslation("schedules.run.missed", run.missed())));
        }
        return line;
    }
}
