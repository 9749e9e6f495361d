package com.qliento.ui.schedule;

import com.qliento.account.Actor;
import com.qliento.problem.Problem;
import com.qliento.schedule.CronLine;
import com.qliento.schedule.Rhythm;
import com.qliento.schedule.Schedules;
import com.qliento.schedule.UpcomingTimes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableSupplier;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses when a flow begins, in plain words or by cron, and shows at once which times come next. */
final class RhythmPicker extends Div {

    /** How to say when. */
    private enum Way {
        DAILY,
        WEEKDAYS,
        DAYS,
        MONTHLY,
        MINUTES,
        HOURS,
        ONCE,
        CRON
    }

    private static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30);
    private static final List<Integer> HOURS = List.of(1, 2, 3, 4, 6, 8, 12);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Select<Way> way = new Select<>();
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final Select<Integer> dayOfMonth = new Select<>();
    private final Select<Integer> every = new Select<>();
    private final DatePicker date = new DatePicker();
    private final TimePicker time = new TimePicker();
    private final TextField cron = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Div next = new Div();
    private final RhythmWords words = new RhythmWords(this, getLocale());
    private final transient Schedules schedules;
    private final SerializableSupplier<Actor> actor;
    private final transient ZoneId organisation;
    private @Nullable Way offered;

    RhythmPicker(Schedules schedules, SerializableSupplier<Actor> actor) {
        this.schedules = schedules;
        this.actor = actor;
        this.organisation = schedules.zone(actor.get());
        addClassNames("q-rhythm");
        next.addClassName("q-rhythm-next");
        next.getElement().setAttribute("role", "status");
        label();
        var when = new Div(way, dayOfMonth, every, date, time, cron);
        when.addClassName("q-rhythm-when");
        add(when, days, zone, next);
        way.setValue(Way.DAILY);
        time.setValue(MORNING);
        List.<HasValue<?, ?>>of(way, days, dayOfMonth, every, date, time, cron, zone)
                .forEach(field -> field.addValueChangeListener(change -> show()));
        show();
    }

    private void label() {
        way.setLabel(getTranslation("schedules.field.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                one -> getTranslation("schedules.way." + one.name().toLowerCase(Locale.ROOT)));
        days.setLabel(getTranslation("schedules.field.days"));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> words.day(day, TextStyle.FULL));
        days.setValue(EnumSet.of(DayOfWeek.MONDAY));
        dayOfMonth.setLabel(getTranslation("schedules.field.day"));
        dayOfMonth.setItems(IntStream.rangeClosed(1, PlainRhythm.LAST).boxed().toList());
        dayOfMonth.setItemLabelGenerator(
                day -> day == PlainRhythm.LAST ? getTranslation("schedules.day.last") : day.toString());
        dayOfMonth.setValue(1);
        every.setLabel(getTranslation("schedules.field.every"));
        date.setLabel(getTranslation("schedules.field.date"));
        date.setLocale(getLocale());
        time.setLabel(getTranslation("schedules.field.time"));
        time.setStep(Duration.ofMinutes(15));
        time.setLocale(Locale.UK);
        cron.setLabel(getTranslation("schedules.field.cron"));
        cron.setHelperText(getTranslation("schedules.field.cron.help"));
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.getElement().setAttribute("autocomplete", "off");
        zone.setLabel(getTranslation("schedules.field.zone"));
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zones.removeIf(name -> !name.contains("/") || name.startsWith("Etc/") || name.startsWith("SystemV/"));
        zones.add("UTC");
        zone.setItems(zones);
        zone.setItemLabelGenerator(name -> name.replace('_', ' '));
        zone.setPlaceholder(getTranslation("schedules.zone.own", RhythmWords.place(organisation)));
        zone.setClearButtonVisible(true);
        zone.setWidthFull();
    }

    /** Shows this rhythm. */
    void set(Rhythm rhythm) {
        if (rhythm instanceof Rhythm.Once once) {
            var at = once.at().atZone(organisation);
            way.setValue(Way.ONCE);
            date.setValue(at.toLocalDate());
            time.setValue(at.toLocalTime());
            return;
        }
        var again = (Rhythm.Again) rhythm;
        zone.setValue(again.own() == null ? null : again.own().getId());
        PlainRhythm.of(again.line()).filter(this::offers).ifPresentOrElse(this::set, () -> {
            way.setValue(Way.CRON);
            cron.setValue(again.line().text());
        });
    }

    private boolean offers(PlainRhythm plain) {
        return switch (plain.kind()) {
            case MINUTES -> MINUTES.contains(plain.number());
            case HOURS -> HOURS.contains(plain.number());
            default -> true;
        };
    }

    private void set(PlainRhythm plain) {
        way.setValue(Way.valueOf(plain.kind().name()));
        time.setValue(plain.time());
        switch (plain.kind()) {
            case DAYS -> days.setValue(plain.days());
            case MONTHLY -> dayOfMonth.setValue(plain.number());
            case MINUTES, HOURS -> every.setValue(plain.number());
            default -> {}
        }
    }

    /** What is chosen. Throws {@link Problem} for what is none yet. */
    Rhythm get() {
        var chosen = way.getValue();
        if (chosen == Way.ONCE) {
            if (date.isEmpty() || time.isEmpty()) {
                throw Problem.invalid("time", "Choose a day and a time.");
            }
            return Rhythm.Once.at(
                    date.getValue().atTime(time.getValue()), chosenZone() == null ? organisation : chosenZone());
        }
        return new Rhythm.Again(
                CronLine.of(chosen == Way.CRON ? cron.getValue() : plain(chosen).cron()), chosenZone());
    }

    private @Nullable ZoneId chosenZone() {
        return Rhythm.zoneOf(zone.getValue());
    }

    private PlainRhythm plain(Way chosen) {
        boolean often = chosen == Way.MINUTES || chosen == Way.HOURS;
        if (!often && time.isEmpty()) {
            throw Problem.invalid("time", "Choose a time.");
        }
        if (chosen == Way.DAYS && days.isEmpty()) {
            throw Problem.invalid("days", "Choose a day.");
        }
        return new PlainRhythm(
                PlainRhythm.Kind.valueOf(chosen.name()),
                chosen == Way.DAYS ? days.getValue() : Set.of(),
                chosen == Way.MONTHLY ? dayOfMonth.getValue() : often ? every.getValue() : 1,
                often ? LocalTime.MIDNIGHT : time.getValue());
    }

    private void show() {
        var chosen = way.getValue();
        boolean often = chosen == Way.MINUTES || chosen == Way.HOURS;
        days.setVisible(chosen == Way.DAYS);
        dayOfMonth.setVisible(chosen == Way.MONTHLY);
        every.setVisible(often);
        date.setVisible(chosen == Way.ONCE);
        time.setVisible(!often && chosen != Way.CRON);
        cron.setVisible(chosen == Way.CRON);
        if (often) {
            offerEvery(chosen);
        }
        next.removeAll();
        next.add(times());
    }

    private void offerEvery(Way chosen) {
        if (offered != chosen) {
            offered = chosen;
            every.setItems(chosen == Way.MINUTES ? MINUTES : HOURS);
            every.setValue(chosen == Way.MINUTES ? MINUTES.get(MINUTES.size() - 1) : HOURS.get(0));
        }
    }

    private Component times() {
        try {
            var rhythm = get();
            var upcoming = schedules.times(actor.get(), rhythm);
            var box = new Div(new Paragraph(words.of(rhythm, organisation)), list(upcoming));
            if (upcoming.often()) {
                var often = new Paragraph(getTranslation("schedules.often", UpcomingTimes.OFTEN));
                often.addClassNames("q-state", "warn");
                box.add(often);
            }
            return box;
        } catch (Problem none) {
            var why = new Paragraph(ScheduleRefusal.words(this, none));
            why.addClassName("q-refusal");
            return why;
        }
    }

    private OrderedList list(UpcomingTimes upcoming) {
        var list = new OrderedList();
        list.getElement().setAttribute("aria-label", getTranslation("schedules.next"));
        upcoming.times().forEach(at -> list.add(new ListItem(words.time(at, upcoming.zone()))));
        return list;
    }
}
