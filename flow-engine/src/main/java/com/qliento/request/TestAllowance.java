package com.qliento.request;

import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many requests an organisation may try: so many within any minute, and few at once, for each waits on a thread. */
final class TestAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 4;
    private static final int AT_ONCE_OF_ALL = 40;

    private final int most;
    private final Map<OrganisationId, Deque<Instant>> taken = new HashMap<>();
    private final Map<OrganisationId, Integer> underWay = new HashMap<>();

    TestAllowance(int most) {
        this.most = most;
    }

    /** Whether one may go now; it then goes until {@link #over}. */
    synchronized boolean take(OrganisationId organisation, Instant now) {
        taken.values()
                .forEach(times -> times.removeIf(time -> !time.plus(MINUTE).isAfter(now)));
        taken.values().removeIf(Deque::isEmpty);
        int all = underWay.values().stream().mapToInt(Integer::intValue).sum();
        var times = taken.computeIfAbsent(organisation, none -> new ArrayDeque<>());
        if (times.size() >= most || underWay.getOrDefault(organisation, 0) >= AT_ONCE || all >= AT_ONCE_OF_ALL) {
            return false;
        }
        times.add(now);
        underWay.merge(organisation, 1, Integer::sum);
        return true;
    }

    /** One that was taken has come to something. */
    synchronized void over(OrganisationId organisation) {
        underWay.computeIfPresent(organisation, (key, count) -> count > 1 ? count - 1 : null);
    }
}
