package com.qliento.ui.flow;

import com.qliento.flow.FlowFigures;
import com.qliento.flow.FlowFilter.Order;
import com.qliento.flow.ShelvedFlow;
import com.qliento.ui.list.Column;
import com.qliento.ui.list.ListAddress;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** The columns of a list of flows. */
final class FlowTable {

    private static final String STATES = """
            <div class="q-flow-states">
              <span class="q-state ${item.tone}">${item.words}</span>
              ${item.ahead ? html`<span class="q-state info">${item.ahead}</span>` : ''}
            </div>
            """;

    private final Component speaker;
    private final Clock clock;
    private final ZoneId zone;

    /** @param speaker whose language it has */
    FlowTable(Component speaker, Clock clock, ZoneId zone) {
        this.speaker = speaker;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Its columns.
     *
     * @param use how much a flow is used
     * @param author the name of who saved it last
     * @param menu what can be done with it
     */
    List<Column<ShelvedFlow>> columns(
            SerializableFunction<ShelvedFlow, FlowFigures.Use> use,
            SerializableFunction<ShelvedFlow, String> author,
            SerializableFunction<ShelvedFlow, Component> menu) {
        return List.of(
                Column.<ShelvedFlow>link(
                                said("flows.column.name"),
                                ShelvedFlow::name,
                                flow -> "flows/edit/" + flow.key(),
                                flow -> String.join(", ", flow.tags()))
                        .sorted(ListAddress.name(Order.NAME), ListAddress.name(Order.NAME_BACKWARDS))
                        .share(4),
                Column.drawn(said("flows.column.state"), states()).share(3),
                Column.<ShelvedFlow>words(
                                said("flows.column.use"),
                                flow -> speaker.getTranslation(
                                        "flows.use",
                                        use.apply(flow).now(),
                                        use.apply(flow).lastDay()),
                                flow -> null)
                        .share(2),
                Column.<ShelvedFlow>time(
                                said("flows.column.saved"), flow -> new When(flow.draftAt(), clock.instant(), zone))
                        .sorted(ListAddress.name(Order.EARLIEST), ListAddress.name(Order.LATEST))
                        .share(2),
                Column.<ShelvedFlow>words(said("flows.column.by"), author::apply, flow -> null)
                        .notOnPhones()
                        .share(2),
                // A menu bar keeps no child of its own, and this one's export needs a place.
                Column.component("", (ShelvedFlow flow) -> new Div(menu.apply(flow)))
                        .wide("60px"));
    }

    private LitRenderer<ShelvedFlow> states() {
        return LitRenderer.<ShelvedFlow>of(STATES)
                .withProperty("tone", flow -> live(flow) ? "good" : "draft")
                .withProperty("words", this::state)
                .withProperty("ahead", flow -> flow.ahead() ? said("flows.state.ahead") : "");
    }

    private static boolean live(ShelvedFlow flow) {
        return flow.archivedAt() == null && flow.liveVersion() != null;
    }

    private String state(ShelvedFlow flow) {
        if (flow.archivedAt() != null) {
            return said("flows.state.archived");
        }
        return flow.liveVersion() == null
                ? said("flows.state.draft")
                : speaker.getTranslation("flows.state.live", flow.liveVersion());
    }

    private String said(String words) {
        return speaker.getTranslation(words);
    }
}
