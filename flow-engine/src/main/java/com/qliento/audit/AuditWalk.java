package com.qliento.audit;

import com.qliento.audit.AuditFinding.Kind;
import com.qliento.organisation.OrganisationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes along a chain, link by link, and notes what is not as it was written. */
final class AuditWalk {

    private final OrganisationId organisation;
    private final Map<Long, List<AuditHead>> heads;
    private final List<AuditFinding> findings = new ArrayList<>();
    private long found;
    private long last;
    private byte @Nullable [] before;

    /**
     * @param heads those whose signature fits
     * @param from the first place
     * @param before the hash of the entry before that; null when there is none to hold it against
     */
    AuditWalk(OrganisationId organisation, List<AuditHead> heads, long from, byte @Nullable [] before) {
        this.organisation = organisation;
        this.heads = heads.stream().collect(Collectors.groupingBy(AuditHead::sequence));
        this.last = from - 1;
        this.before = before;
    }

    void take(AuditLink link) {
        long at = link.sequence();
        if (at != last + 1) {
            note(AuditFinding.at(at > last + 1 ? Kind.DELETED : Kind.REORDERED, Math.min(at, last + 1), null));
        } else if (before != null && !Arrays.equals(before, link.previous())) {
            note(AuditFinding.at(Kind.REORDERED, at, link.entryId()));
        }
        var entry = link.entry();
        if (entry == null) {
            note(AuditFinding.at(Kind.DELETED, at, link.entryId()));
        } else {
            if (!Arrays.equals(AuditChain.hash(organisation, at, entry, link.previous()), link.hash())) {
                note(AuditFinding.at(Kind.ALTERED, at, entry.id()));
            }
            if (!Arrays.equals(AuditChain.hashOf(entry.detail()), entry.detailHash())) {
                note(AuditFinding.at(Kind.DETAIL_ALTERED, at, entry.id()));
            }
        }
        heads.getOrDefault(at, List.of()).stream()
                .filter(head -> !Arrays.equals(head.hashBytes(), link.hash()))
                .forEach(head -> note(new AuditFinding(Kind.REWRITTEN, at, link.entryId(), head.day())));
        last = at;
        before = link.hash();
    }

    /** The chain ends here. */
    void ends() {
        heads.values().stream()
                .flatMap(List::stream)
                .filter(head -> head.sequence() > last)
                .min((one, other) -> one.day().compareTo(other.day()))
                .ifPresent(head -> note(new AuditFinding(Kind.CUT_OFF, last + 1, null, head.day())));
    }

    void note(AuditFinding finding) {
        found++;
        if (findings.size() < AuditVerifier.MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    long last() {
        return last;
    }

    long found() {
        return found;
    }

    List<AuditFinding> findings() {
        return List.copyOf(findings);
    }
}
