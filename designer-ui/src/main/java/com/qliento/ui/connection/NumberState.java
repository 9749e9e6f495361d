package com.qliento.ui.connection;

import com.qliento.channel.Connection;
import com.qliento.connector.whatsapp.NumberInfo;
import com.qliento.outbox.NumberCheck;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;

/** How WhatsApp says a number is; asked when it comes on the page, and shown when the answer comes. */
final class NumberState extends Div {

    private static final Map<String, String> QUALITY = Map.of("GREEN", "good", "YELLOW", "warn", "RED", "bad");

    private final Connection number;
    private final transient NumberCheck check;
    private final transient SignedIn signedIn;

    NumberState(Connection number, NumberCheck check, SignedIn signedIn) {
        this.number = number;
        this.check = check;
        this.signedIn = signedIn;
        addClassName("q-channel-state");
        getElement().setAttribute("role", "status");
        add(state("free", getTranslation("connections.asking")));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        check.of(signedIn.actor(), number.id(), getLocale()).thenAccept(result -> ui.access(() -> show(result)));
    }

    private void show(NumberCheck.Result result) {
        removeAll();
        var info = result.info();
        if (info != null) {
            show(info);
        } else if (result.refusal() != null) {
            add(state("bad", getTranslation("connections.refused")), new Span(result.refusal()));
        } else {
            add(state("warn", getTranslation("connections.unreachable")));
        }
    }

    private void show(NumberInfo info) {
        if (!info.verifiedName().isEmpty()) {
            var name = new Span(info.verifiedName());
            name.addClassName("q-channel-name");
            add(name);
        }
        var status = info.status().isEmpty() ? "CONNECTED" : info.status();
        boolean fine = status.equals("CONNECTED");
        add(state(
                fine ? "good" : "bad",
                fine
                        ? getTranslation("connections.connected")
                        : getTranslation(
                                "connections.status",
                                status.toLowerCase(Locale.ROOT).replace('_', ' '))));
        var quality = QUALITY.get(info.quality());
        if (quality != null) {
            add(state(quality, getTranslation("connections.quality." + quality)));
        }
    }

    private static Span state(String kind, String words) {
        var state = new Span(words);
        state.addClassNames("q-state", kind);
        return state;
    }
}
