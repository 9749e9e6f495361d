package com.qliento.ui.register;

import com.qliento.register.Register.Receiver;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Whoever is handed something of people. */
final class RecipientTable extends PaperTable {

    RecipientTable(Component speaker, List<Receiver> recipients) {
        super(
                speaker.getTranslation("register.recipients"),
                speaker.getTranslation("register.column.recipient"),
                speaker.getTranslation("register.column.kind"),
                speaker.getTranslation("register.column.flows"));
        for (var one : recipients) {
            row(new Span(one.name()), new Span(one.kind().words()), lines(one.flows().stream()));
        }
    }
}
