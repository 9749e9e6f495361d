package com.qliento.ui.contact;

import com.qliento.consent.ConsentRecord;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** What they said about the use of their data, the latest first, with the words they were shown. */
final class ConsentHistory extends Div {

    /** Records that are read. */
    static final int MOST = 50;

    private final transient Clock clock;
    private final transient SignedIn signedIn;

    /** Something that happened, and in which record. */
    private record Happened(ConsentRecord record, ConsentRecord.Event event) {}

    ConsentHistory(List<ConsentRecord> records, Clock clock, SignedIn signedIn) {
        this.clock = clock;
        this.signedIn = signedIn;
        if (records.isEmpty()) {
            add(new Paragraph(getTranslation("contacts.history.none")));
        }
        records.stream()
                .flatMap(record -> record.events().stream().map(event -> new Happened(record, event)))
                .sorted(Comparator.comparing((Happened one) -> one.event().recordedAt())
                        .reversed())
                .forEach(one -> add(row(one)));
    }

    private Component row(Happened one) {
        var event = one.event();
        var what = getTranslation(
                "contacts.event." + event.event(), getTranslation("contacts.purpose." + event.purpose()));
        var by = getTranslation("contacts.by." + event.byKind());
        var wording = one.record().wording();
        var words = new Div(new Span(what), new Span(wording == null ? by : by + " · “" + wording + "”"));
        words.addClassName("q-list-words");
        var row = new Div(words, new When(event.at(), clock.instant(), signedIn.zone()));
        row.addClassName("q-contact-row");
        return row;
    }
}
