package com.qliento.ui.access;

import com.qliento.access.AccessPackage;
import com.qliento.ui.list.Column;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The columns of the list of packages. */
final class PackageTable {

    private static final String WHO = """
            <div class="q-list-words"><span>${item.who}</span><span>${item.by}</span></div>
            """;

    private static final String STATE = """
            <div class="q-list-words"><span><span class="q-state ${item.mood}">${item.state}</span></span>
            <span>${item.under}</span></div>
            """;

    /** What can be done with a package. */
    record Acts(
            SerializableFunction<AccessPackage, Component> download,
            SerializableConsumer<AccessPackage> handOver,
            SerializableConsumer<AccessPackage> end) {}

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    PackageTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Its columns.
     *
     * @param who whose it is
     * @param by the name of whoever asked
     */
    List<Column<AccessPackage>> columns(
            SerializableFunction<AccessPackage, String> who,
            SerializableFunction<AccessPackage, String> by,
            Acts acts) {
        return List.of(
                Column.drawn(
                                said("packages.column.who"),
                                LitRenderer.<AccessPackage>of(WHO)
                                        .withProperty("who", who::apply)
                                        .withProperty("by", one -> said("packages.by", by.apply(one))))
                        .share(3),
                Column.drawn(
                                said("packages.column.state"),
                                LitRenderer.<AccessPackage>of(STATE)
                                        .withProperty("mood", one -> mood(one.state()))
                                        .withProperty(
                                                "state",
                                                one -> said("packages.state."
                                                        + one.state().name().toLowerCase(Locale.ROOT)))
                                        .withProperty("under", this::under))
                        .share(4),
                Column.time(said("packages.column.asked"), one -> new When(one.askedAt(), clock.instant(), zone)),
                Column.component("", (AccessPackage one) -> (Component) actions(one, acts))
                        .wide("240px"));
    }

    private static String mood(AccessPackage.State state) {
        return switch (state) {
            case READY -> "good";
            case MAKING -> "info";
            case FAILED -> "bad";
            case OVER -> "";
        };
    }

    /** What is in it and until when, or why there is nothing. */
    private String under(AccessPackage one) {
        return switch (one.state()) {
            case MAKING -> said("packages.making");
            case READY -> said("packages.ready", Objects.requireNonNullElse(one.records(), 0), date(one), one.taken());
            case FAILED -> said("too-large".equals(one.failure()) ? "packages.failed.too-large" : "packages.failed");
            case OVER -> said("packages.over", one.taken());
        };
    }

    private String date(AccessPackage one) {
        var ends = one.endsAt();
        return ends == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(speaker.getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH))
                        .format(ends.atZone(zone));
    }

    private Div actions(AccessPackage one, Acts acts) {
        var actions = new Div();
        if (one.state() == AccessPackage.State.READY) {
            actions.add(acts.download().apply(one), button("link", "packages.links", one, acts.handOver()));
        }
        if (one.state() != AccessPackage.State.OVER) {
            actions.add(button("remove", "packages.end", one, acts.end()));
        }
        return actions;
    }

    private Button button(String icon, String words, AccessPackage one, SerializableConsumer<AccessPackage> does) {
        var button = new Button(new Icon(icon), click -> does.accept(one));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(said(words));
        button.setTooltipText(said(words));
        return button;
    }

    private String said(String words, Object... values) {
        return speaker.getTranslation(words, values);
    }
}
