package com.qliento.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.recipient.DataRecipients;
import com.qliento.vault.Place;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.webhook.PersonNews;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is done while the person can still be read: things that are held are copied under their hold's own key, row by row,
 * and whoever was given something of them is noted and told.
 */
@Component
class HeldCopies {

    private final KeptOfPerson kept;
    private final HoldStore holds;
    private final DataRecipients recipients;
    private final PersonNews news;
    private final Tools tools;
    private final ObjectMapper json = new ObjectMapper();

    /** What it is done with. */
    @Component
    record Tools(OrganisationScope scope, Vault vault, Clock clock) {}

    HeldCopies(KeptOfPerson kept, HoldStore holds, DataRecipients recipients, PersonNews news, Tools tools) {
        this.kept = kept;
        this.holds = holds;
        this.recipients = recipients;
        this.news = news;
        this.tools = tools;
    }

    void make(UUID erasure, Family family) {
        var now = tools.clock().instant();
        var held = tools.scope().in(family.organisation(), () -> holds.holding(family, now));
        if (!held.isEmpty()) {
            held.forEach(
                    hold -> tools.vault().createSubjects(family.organisation(), List.of(new SubjectId(hold.id()))));
            kept.export(family, record -> held.stream()
                    .filter(hold -> hold.covers(record.kind(), record.at()))
                    .forEach(hold -> copy(family.organisation(), hold, record)));
        }
        var told = kept.recipients(family);
        tools.scope().run(family.organisation(), () -> {
            holds.isOf(family, erasure);
            boolean first = !recipients.isNoted(erasure);
            told.forEach(one -> recipients.add(family.organisation(), erasure, one, now));
            if (first) {
                news.erased(family).forEach(queued -> recipients.told(erasure, queued));
            }
        });
    }

    /** The same thing has the same row, however often it is copied. */
    private void copy(OrganisationId organisation, Hold hold, PersonalRecord record) {
        var id = UUID.nameUUIDFromBytes(
                (hold.id() + " " + record.kind() + " " + record.id()).getBytes(StandardCharsets.UTF_8));
        var sealed = tools.vault()
                .sealKept(organisation, new SubjectId(hold.id()), place(id), content(record))
                .bytes();
        tools.scope().run(organisation, () -> holds.copy(organisation, hold.id(), id, record.kind(), sealed));
    }

    static Place place(UUID id) {
        return new Place("erasure_held", "content", id);
    }

    private byte[] content(PersonalRecord record) {
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", record.kind());
        content.put("id", record.id());
        content.put("at", record.at().toString());
        content.put("values", record.values());
        if (record.unreadable() != null) {
            content.put("unreadable", record.unreadable());
        }
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
