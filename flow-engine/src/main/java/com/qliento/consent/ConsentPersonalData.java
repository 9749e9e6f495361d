package com.qliento.consent;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Basis;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalPlace.Term;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people agreed to, and what limits the use of their data; kept as long as they are known. */
@Component
class ConsentPersonalData implements PersonalDataStore {

    private static final int AT_ONCE = 200;

    private static final List<Whose> ROWS =
            List.of(Whose.contact("consent_event"), Whose.contact("consent_record"), Whose.contact("consent_limit"));

    private final ConsentReads reads;
    private final ConsentLedger ledger;
    private final LimitStore limits;
    private final OrganisationScope scope;
    private final PersonalRows rows;

    ConsentPersonalData(
            ConsentReads reads, ConsentLedger ledger, LimitStore limits, OrganisationScope scope, PersonalRows rows) {
        this.ledger = ledger;
        this.rows = rows;
        this.reads = reads;
        this.limits = limits;
        this.scope = scope;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                proof("consent_record", "contact_id", Form.REFERENCE),
                proof("consent_record", "shown", Form.SEALED),
                proof("consent_event", "contact_id", Form.REFERENCE),
                proof("consent_event", "evidence", Form.SEALED),
                proof("consent_limit", "contact_id", Form.REFERENCE),
                proof("consent_limit", "reason", Form.SEALED));
    }

    private static PersonalPlace proof(String table, String column, Form form) {
        return new PersonalPlace(table, column, Category.CONTACT, form)
                .kept(PersonalPlace.Purpose.PROVE, Basis.OBLIGATION, Term.CONSENT_PROOF);
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        oldestFirst(family).forEach(one -> into.accept(record(one)));
        for (var kind : LimitStore.Kind.values()) {
            var all = new ArrayList<>(
                    scope.in(family.organisation(), () -> limits.of(family.organisation(), family.ids(), kind)));
            Collections.reverse(all);
            all.forEach(one -> into.accept(record(kind, one)));
        }
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    /** All three at once, and by the one function that may: elsewhere nothing is ever deleted of them. */
    @Override
    public void erase(Family family) {
        var unused = scope.in(family.organisation(), () -> ledger.forget(family.ids()));
    }

    private List<ConsentRecord> oldestFirst(Family family) {
        var all = new ArrayList<ConsentRecord>();
        List<ConsentRecord> page;
        UUID after = null;
        do {
            var last = after;
            page = scope.in(family.organisation(), () -> reads.of(family.organisation(), family.ids(), last, AT_ONCE));
            all.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        Collections.reverse(all);
        return all;
    }

    private static PersonalRecord record(ConsentRecord one) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("wording", one.wording());
        values.put("sha256", one.wordingSha256());
        values.put("notice", one.noticeId());
        values.put("version", one.noticeVersion());
        values.put("language", one.language());
        values.put("jurisdiction", one.jurisdiction());
        values.put("schema", one.schema());
        values.put(
                "happened",
                one.events().stream().map(ConsentPersonalData::values).toList());
        return new PersonalRecord("consent", one.id().toString(), one.recordedAt(), values, one.unreadable());
    }

    private static Map<String, Object> values(ConsentRecord.Event event) {
        var values = new LinkedHashMap<String, Object>();
        values.put("purpose", event.purpose());
        values.put("event", event.event());
        values.put("at", event.at().toString());
        if (event.until() != null) {
            values.put("until", event.until().toString());
        }
        values.put("channel", event.channel());
        values.put("by", event.byKind());
        if (!event.evidence().isEmpty()) {
            values.put("evidence", event.evidence());
        }
        return values;
    }

    private static PersonalRecord record(LimitStore.Kind kind, PersonLimit one) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("purpose", one.purpose());
        values.put("reason", one.reason());
        values.put("liftedAt", one.liftedAt() == null ? null : one.liftedAt().toString());
        values.put("liftReason", one.liftReason());
        return new PersonalRecord(kind.code(), one.id().toString(), one.at(), values, null);
    }
}
