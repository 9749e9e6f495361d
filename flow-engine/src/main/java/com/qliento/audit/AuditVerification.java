package com.qliento.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a chain, or a part of it.
 *
 * @param intact whether nothing was found
 * @param from the first place that was looked at
 * @param to the last one; less than {@code from} when there was none
 * @param checked how many links were looked at
 * @param waiting entries that have no place yet, as they have not for a second after they are written
 * @param next where to go on; null when the end was reached
 * @param found how many findings there are, also those that are not listed
 * @param findings at most {@link AuditVerifier#MOST_FINDINGS}, in their order
 * @param head the latest signed head; what was written after it may have been cut off unnoticed
 */
public record AuditVerification(
        boolean intact,
        long from,
        long to,
        long checked,
        long waiting,
        @Nullable Long next,
        long found,
        List<AuditFinding> findings,
        @Nullable AuditHead head) {}
