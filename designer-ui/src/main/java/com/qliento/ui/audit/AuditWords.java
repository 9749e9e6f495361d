package com.qliento.ui.audit;

import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditEntry;
import com.vaadin.flow.component.Component;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry in somebody's words. */
final class AuditWords implements Serializable {

    private static final String ACCOUNT = "account";

    private final Component speaker;
    private final transient Map<String, String> people;

    /**
     * @param speaker whose language it has
     * @param people names by account
     */
    AuditWords(Component speaker, Map<String, String> people) {
        this.speaker = speaker;
        this.people = people;
    }

    /** What was done; the code of something that a later version notes. */
    String action(AuditEntry entry) {
        return AuditAction.of(entry.action())
                .map(known -> speaker.getTranslation("audit.action." + known.code()))
                .orElse(entry.action());
    }

    /** To what, and what else is known of it. */
    String about(AuditEntry entry) {
        var detail = entry.detail();
        var more = detail == null
                ? Stream.of(speaker.getTranslation("audit.unreadable"))
                : detail.entrySet().stream()
                        .map(one -> speaker.getTranslation("audit.detail." + one.getKey(), one.getValue()));
        return Stream.concat(Stream.of(thing(entry)), more)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String thing(AuditEntry entry) {
        return switch (entry.aboutKind()) {
            case ACCOUNT -> entry.about().isEmpty() || entry.about().equals(entry.actor()) ? "" : person(entry.about());
            case "organisation" -> "";
            default -> entry.about();
        };
    }

    /** Who did it. */
    String who(AuditEntry entry) {
        return switch (entry.actorKind()) {
            case ACCOUNT -> person(entry.actor());
            case "key" -> speaker.getTranslation("audit.who.key", entry.actor());
            default -> speaker.getTranslation("audit.who." + entry.actorKind());
        };
    }

    private String person(String account) {
        return people.getOrDefault(account, speaker.getTranslation("audit.who.former"));
    }

    /** Its place in the chain. */
    String place(AuditEntry entry) {
        var sequence = entry.sequence();
        return sequence == null ? "…" : sequence.toString();
    }
}
