package com.qliento.ui.host;

import com.qliento.host.HostFacts;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the list of hosts. */
final class HostTable {

    private static final String HOST = """
            <div class="q-list-words"><span>${item.host}</span><span>${item.by}</span></div>
            """;

    private static final String STATE = """
            <span class="q-state ${item.mood}">${item.state}</span>
            """;

    /** What somebody who may can do with a host. */
    record Acts(SerializableConsumer<HostFacts> allow, SerializableConsumer<HostFacts> remove) {}

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    HostTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Its columns.
     *
     * @param by the name of whoever allowed one, or asked for it
     * @param acts null for those who only look
     */
    List<Column<HostFacts>> columns(SerializableFunction<String, String> by, @Nullable Acts acts) {
        var columns = new ArrayList<Column<HostFacts>>();
        columns.add(Column.drawn(
                        said("hosts.column.host"),
                        LitRenderer.<HostFacts>of(HOST)
                                .withProperty("host", HostFacts::host)
                                .withProperty(
                                        "by",
                                        host -> speaker.getTranslation(
                                                host.allowed() ? "hosts.by" : "hosts.asked.by",
                                                by.apply(host.changedBy()))))
                .share(4));
        columns.add(Column.drawn(
                        said("hosts.column.state"),
                        LitRenderer.<HostFacts>of(STATE)
                                .withProperty("mood", host -> host.allowed() ? "good" : "warn")
                                .withProperty(
                                        "state",
                                        host -> said(host.allowed() ? "hosts.state.allowed" : "hosts.state.asked")))
                .share(2));
        columns.add(Column.time(said("hosts.column.since"), host -> new When(host.changedAt(), clock.instant(), zone)));
        if (acts != null) {
            columns.add(Column.component("", (HostFacts host) -> (Component) actions(host, acts))
                    .wide("200px"));
        }
        return columns;
    }

    private Div actions(HostFacts host, Acts acts) {
        var actions = new Div();
        if (!host.allowed()) {
            var allow = new Button(said("hosts.allow"), click -> acts.allow().accept(host));
            allow.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            allow.setAriaLabel(speaker.getTranslation("hosts.allow.of", host.host()));
            actions.add(allow);
        }
        var remove = new Button(new Icon("remove"), click -> acts.remove().accept(host));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(speaker.getTranslation("hosts.remove.of", host.host()));
        remove.setTooltipText(said("hosts.remove"));
        actions.add(remove);
        return actions;
    }

    private String said(String words) {
        return speaker.getTranslation(words);
    }
}
