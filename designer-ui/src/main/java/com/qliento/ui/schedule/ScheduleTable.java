package com.qliento.ui.schedule;

import com.qliento.schedule.Schedule;
import com.qliento.ui.list.Column;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;

/** The columns of a list of schedules. */
final class ScheduleTable {

    private static final String STATE = """
            <div class="q-list-words"><span class="q-state ${item.mood}">${item.outcome}</span>\
            ${item.trouble ? html`<span class="q-schedule-trouble">${item.trouble}</span>` : ''}</div>
            """;

    private ScheduleTable() {}

    /**
     * Its columns.
     *
     * @param speaker whose language they have
     * @param act what somebody may do with one
     */
    static List<Column<Schedule>> columns(
            Component speaker,
            SerializableSupplier<ScheduleFacts> facts,
            SerializableFunction<Schedule, Component> act) {
        return List.of(
                Column.words(
                                speaker.getTranslation("schedules.column.name"),
                                (Schedule schedule) -> schedule.madeIn() == null
                                        ? schedule.name()
                                        : speaker.getTranslation(
                                                "schedules.wished.in",
                                                facts.get().flow(schedule.madeIn())),
                                schedule -> facts.get().begins(schedule))
                        .share(4),
                Column.words(
                                speaker.getTranslation("schedules.column.when"),
                                (Schedule schedule) -> facts.get().rhythm(schedule),
                                schedule -> null)
                        .share(3),
                Column.words(
                                speaker.getTranslation("schedules.column.next"),
                                (Schedule schedule) -> facts.get().next(schedule),
                                schedule -> null)
                        .share(2),
                Column.drawn(
                                speaker.getTranslation("schedules.column.last"),
                                LitRenderer.<Schedule>of(STATE)
                                        .withProperty("mood", ScheduleTable::mood)
                                        .withProperty(
                                                "outcome", one -> facts.get().outcome(one.last()))
                                        .withProperty(
                                                "trouble", one -> facts.get().trouble(one)))
                        .share(3),
                Column.component("", act).wide("70px"));
    }

    static String mood(Schedule schedule) {
        var last = schedule.last();
        return last == null ? "draft" : last.begun() ? "good" : "bad";
    }
}
