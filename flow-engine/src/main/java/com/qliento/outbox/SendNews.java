package com.qliento.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.happening.Happening;
import com.qliento.happening.HappeningKind;
import com.qliento.happening.Happenings;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Tells of messages that WhatsApp took, or that don't reach their customer; each once for each time it comes to that. */
@Component
class SendNews {

    private final Happenings happenings;
    private final Vault vault;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    SendNews(Happenings happenings, Vault vault, Clock clock) {
        this.happenings = happenings;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether anybody wants to hear of either. */
    boolean areHeard(OrganisationId organisation) {
        return happenings.areHeard(organisation, HappeningKind.MESSAGE_SENT)
                || happenings.areHeard(organisation, HappeningKind.MESSAGE_FAILED);
    }

    /** These were settled by this node; {@code changed} are those of which the row says so now, with their elements. */
    void settled(OrganisationId organisation, List<Settlement> settled, Map<UUID, @Nullable String> changed) {
        happenings.tell(settled.stream()
                .filter(one -> changed.containsKey(one.id()))
                .map(one -> {
                    boolean sent = one.state().equals("accepted");
                    var facts = facts(one.id(), one.message().lane(), changed.get(one.id()));
                    return new Happening(
                            sent ? HappeningKind.MESSAGE_SENT : HappeningKind.MESSAGE_FAILED,
                            organisation,
                            one.message().lane().contact(),
                            clock.instant(),
                            sent ? facts : why(facts, one.state(), one.errorCode()),
                            () -> said(one.message().json()));
                })
                .toList());
    }

    /**
     * A message as its row has it.
     *
     * @param content sealed
     */
    record Row(
            UUID id,
            Lane lane,
            @Nullable String element,
            @Nullable Integer code,
            byte[] content) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** Reads rows of messages, each with all of its columns. */
    static RowMapper<Row> rows(OrganisationId organisation) {
        return (row, n) -> new Row(
                row.getObject("id", UUID.class),
                new Lane(
                        organisation, row.getObject("channel_id", UUID.class), row.getObject("contact_id", UUID.class)),
                row.getString("element"),
                (Integer) row.getObject("error_code"),
                row.getBytes("content"));
    }

    /** Of these nobody knew whether WhatsApp had them, until it said how they fare. */
    void sent(List<Row> messages) {
        happenings.tell(messages.stream()
                .map(row -> new Happening(
                        HappeningKind.MESSAGE_SENT,
                        row.lane().organisation(),
                        row.lane().contact(),
                        clock.instant(),
                        facts(row.id(), row.lane(), row.element()),
                        opened(row)))
                .toList());
    }

    /** Of these WhatsApp, or we, gave up. */
    void failed(List<Row> messages) {
        happenings.tell(messages.stream()
                .map(row -> new Happening(
                        HappeningKind.MESSAGE_FAILED,
                        row.lane().organisation(),
                        row.lane().contact(),
                        clock.instant(),
                        why(facts(row.id(), row.lane(), row.element()), "failed", row.code()),
                        opened(row)))
                .toList());
    }

    private static ObjectNode facts(UUID id, Lane lane, @Nullable String element) {
        var facts = JsonNodeFactory.instance
                .objectNode()
                .put("message", id.toString())
                .put("contact", lane.contact().toString())
                .put("channel", lane.channel().toString());
        return element == null ? facts : facts.put("element", element);
    }

    private static ObjectNode why(ObjectNode facts, String state, @Nullable Integer code) {
        facts.put("state", state);
        return code == null ? facts : facts.put("code", code);
    }

    private Supplier<ObjectNode> opened(Row row) {
        return () -> {
            try {
                return said(vault.open(
                        row.lane().organisation(),
                        new Place("outbox_message", "content", row.id()),
                        Sealed.of(row.content())));
            } catch (Unreadable gone) {
                return JsonNodeFactory.instance.objectNode();
            }
        };
    }

    private ObjectNode said(byte[] message) {
        var content = JsonNodeFactory.instance.objectNode();
        try {
            return message.length == 0 ? content : content.put("text", SaidText.of(json.readTree(message)));
        } catch (IOException notOurs) {
            return content;
        }
    }
}
