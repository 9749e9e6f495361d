package com.qliento.ui.register;

import com.qliento.register.Register.Asked;
import com.qliento.register.Register.FlowUse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;

/** The flows that are live: what they ask, whom they hand it on, by which tables they decide. */
final class FlowTable extends PaperTable {

    FlowTable(Component speaker, List<FlowUse> flows) {
        super(
                speaker.getTranslation("register.flows"),
                speaker.getTranslation("register.column.flow"),
                speaker.getTranslation("register.column.asks"),
                speaker.getTranslation("register.column.recipient"),
                speaker.getTranslation("register.column.decides"));
        for (var flow : flows) {
            row(
                    new Anchor("flows/edit/" + flow.key(), flow.name()),
                    lines(flow.asks().stream().map(asked -> words(speaker, asked))),
                    lines(flow.recipients().stream()),
                    lines(flow.decidesBy().stream()));
        }
    }

    private static String words(Component speaker, Asked asked) {
        return speaker.getTranslation(
                "register.asked",
                asked.name(),
                asked.category().words(),
                asked.purpose().words());
    }
}
