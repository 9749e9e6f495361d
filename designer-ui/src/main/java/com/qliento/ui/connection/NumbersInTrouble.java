package com.qliento.ui.connection;

import com.qliento.channel.Connection;
import com.qliento.channel.Connections;
import com.qliento.connector.whatsapp.NumberInfo;
import com.qliento.outbox.NumberCheck;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Numbers that WhatsApp has something against, or gives no answer about, need somebody. WhatsApp is asked meanwhile. */
@Component
@Order(2)
class NumbersInTrouble implements Attention {

    private static final Set<String> FINE = Set.of("", "CONNECTED");

    private final Connections connections;
    private final NumberCheck check;

    NumbersInTrouble(Connections connections, NumberCheck check) {
        this.connections = connections;
        this.check = check;
    }

    @Override
    public String about() {
        return "connections.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        var actor = who.actor();
        var language = ui.getLocale();
        var asked = connections.all(actor).stream()
                .map(number -> check.of(actor, number.id(), language)
                        .thenApply(result -> of(ui, number, result).toList()))
                .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        asked.stream().flatMap(answer -> answer.join().stream()).toList());
    }

    private static Stream<Need> of(UI ui, Connection number, NumberCheck.Result result) {
        var info = result.info();
        if (info != null) {
            return of(ui, number, info);
        }
        var refusal = result.refusal();
        return Stream.of(
                need(ui, Severity.BAD, number, refusal == null ? ui.getTranslation("lib.home.unreachable") : refusal));
    }

    private static Stream<Need> of(UI ui, Connection number, NumberInfo info) {
        if (!FINE.contains(info.status())) {
            var status = info.status().toLowerCase(Locale.ROOT).replace('_', ' ');
            return Stream.of(need(ui, Severity.BAD, number, ui.getTranslation("connections.status", status)));
        }
        return info.quality().equals("RED")
                ? Stream.of(need(ui, Severity.WARN, number, ui.getTranslation("connections.quality.bad")))
                : Stream.of();
    }

    private static Need need(UI ui, Severity severity, Connection number, String why) {
        return new Need(
                severity, "phone", ui.getTranslation("lib.home.number", number.displayNumber(), why), "connections");
    }
}
