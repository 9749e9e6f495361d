package com.qliento.erasure;

import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.AuditLog;
import com.qliento.audit.Deed;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.recipient.DataRecipients;
import com.qliento.vault.Signing;
import com.qliento.vault.spi.Family;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs what was erased. A certificate has no personal data: ids that lead to nobody, counts, times, names of systems. */
@Component
class ErasureProof {

    private final ErasureStore store;
    private final DataRecipients recipients;
    private final HoldStore holds;
    private final CertificateStore certificates;
    private final Tools tools;

    /** What it is done with. */
    @Component("erasureProofTools")
    record Tools(OrganisationScope scope, Audit audit, AuditLog log, Signing signing, Clock clock) {}

    ErasureProof(
            ErasureStore store,
            DataRecipients recipients,
            HoldStore holds,
            CertificateStore certificates,
            Tools tools) {
        this.store = store;
        this.recipients = recipients;
        this.holds = holds;
        this.certificates = certificates;
        this.tools = tools;
    }

    /** Ends an erasure with its first certificate; false while its entry waits for a place in the audit's chain. */
    boolean of(ErasureStore.Work work) {
        var organisation = work.organisation();
        if (work.entry() == null) {
            tools.scope().run(organisation, () -> {
                var deed = new Deed(
                        organisation,
                        AuditActor.PLATFORM,
                        AuditAction.PERSON_ERASED,
                        work.id().toString());
                store.noted(work.id(), tools.audit().noted(deed));
            });
            return false;
        }
        var place = tools.log().place(organisation, work.entry());
        if (place.isEmpty()) {
            return false;
        }
        tools.scope().run(organisation, () -> {
            var content = content(organisation, work.id(), tools.clock().instant());
            content.put("keys", keys(work.known()));
            content.put(
                    "audit",
                    Map.of(
                            "sequence", place.get().sequence(),
                            "hash", place.get().hash(),
                            "previous", place.get().previous()));
            add(organisation, work.id(), content);
            store.done(work.id(), tools.clock().instant());
        });
        return true;
    }

    /** One more certificate of an erasure that is done, after something of it changed; in the open transaction. */
    void anew(OrganisationId organisation, UUID erasure) {
        certificates.latest(organisation, erasure).ifPresent(before -> {
            var content = content(organisation, erasure, tools.clock().instant());
            content.put("keys", before.content().path("keys"));
            content.put("audit", before.content().path("audit"));
            content.put("replaces", before.id().toString());
            add(organisation, erasure, content);
        });
    }

    private void add(OrganisationId organisation, UUID erasure, Map<String, Object> content) {
        var now = tools.clock().instant();
        var id = TimeOrderedId.at(now);
        content.put("certificate", id.toString());
        certificates.insert(organisation, id, erasure, CertificateEnvelope.sign(tools.signing(), content), now);
    }

    private Map<String, Object> content(OrganisationId organisation, UUID id, Instant now) {
        var erasure = store.find(organisation, id).orElseThrow();
        var facts = store.facts(id);
        var content = new LinkedHashMap<String, Object>();
        content.put("format", CertificateEnvelope.FORMAT);
        content.put("case", id.toString());
        content.put("organisation", organisation.toString());
        content.put("right", "erasure, GDPR Art. 17");
        content.put("issuedAt", now.toString());
        content.put("times", times(erasure, facts));
        content.put("stores", stores(facts));
        content.put("method", method(facts));
        content.put("recipients", recipients(organisation, id));
        content.put("exceptions", exceptions(organisation, id));
        content.put("complete", isComplete(organisation, id, now));
        return content;
    }

    private static Map<String, Object> times(Erasure erasure, ErasureStore.Facts facts) {
        var times = new LinkedHashMap<String, Object>();
        put(times, "asked", erasure.askedAt());
        put(times, "approved", erasure.approvedAt());
        put(times, "stopped", facts.stoppedAt());
        put(times, "keysDestroyed", erasure.keysAt());
        put(times, "rowsDeleted", erasure.rowsAt());
        put(times, "checked", facts.checkedAt());
        times.put("again", erasure.again());
        return times;
    }

    private static void put(Map<String, Object> into, String name, @Nullable Instant at) {
        if (at != null) {
            into.put(name, at.toString());
        }
    }

    /** Each table with how many rows of the person it had, and has. */
    private static List<Map<String, Object>> stores(ErasureStore.Facts facts) {
        var before = KeptOfPerson.counts(facts.before());
        var after = KeptOfPerson.counts(facts.after());
        var tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        var stores = new ArrayList<Map<String, Object>>();
        tables.forEach(table -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("table", table);
            one.put("before", before.getOrDefault(table, 0L));
            one.put("after", after.getOrDefault(table, 0L));
            stores.add(one);
        });
        return stores;
    }

    private static Map<String, Object> method(ErasureStore.Facts facts) {
        var method = new LinkedHashMap<String, Object>();
        method.put("keys", "destroyed in the key database and noted as tombstones, then every row deleted");
        method.put("nodesConfirmed", facts.nodes());
        method.put("keysInMemoryAtMostSeconds", ErasureSteps.CACHES.toSeconds());
        method.put("backups", "rows in backups of the main database are unreadable: their keys are in none of them");
        return method;
    }

    /** Ids that name destroyed keys and lead to nobody: SHA-256 of organisation and subject. */
    private static List<String> keys(Family family) {
        return family.all().stream()
                .map(subject -> sha256(family.organisation() + "|" + subject))
                .toList();
    }

    private List<Map<String, Object>> recipients(OrganisationId organisation, UUID id) {
        return recipients.of(organisation, id).stream()
                .map(one -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("kind", one.kind());
                    shown.put("name", one.name());
                    shown.put("state", one.state().word());
                    put(shown, "keepsUntil", one.endsAt());
                    return (Map<String, Object>) shown;
                })
                .toList();
    }

    private List<Map<String, Object>> exceptions(OrganisationId organisation, UUID id) {
        return holds.ofErasure(organisation, id).stream()
                .map(hold -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("hold", hold.id().toString());
                    shown.put("kinds", hold.kinds());
                    shown.put("basis", hold.basis().article());
                    shown.put("place", "erasure_held");
                    shown.put("things", hold.held());
                    put(shown, "until", hold.endsAt());
                    put(shown, "ended", hold.endedAt());
                    return (Map<String, Object>) shown;
                })
                .toList();
    }

    private boolean isComplete(OrganisationId organisation, UUID id, Instant now) {
        return recipients.of(organisation, id).stream().noneMatch(one -> one.isOpen(now))
                && holds.ofErasure(organisation, id).stream().noneMatch(hold -> hold.endedAt() == null);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
