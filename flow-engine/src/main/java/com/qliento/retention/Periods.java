package com.qliento.retention;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.policy.KeptData;
import com.qliento.rules.policy.KeptData.Category;
import com.qliento.rules.policy.Policies;
import com.qliento.vault.spi.ReadingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How long messages are kept: what the platform's rules make of an organisation's wish. Rules are asked once for each wish. */
@Component
class Periods implements ReadingTime {

    private final Policies policies;
    private final Wishes wishes;
    private final Map<Integer, Duration> byWish = new ConcurrentHashMap<>();

    Periods(Policies policies, Wishes wishes) {
        this.policies = policies;
        this.wishes = wishes;
    }

    @Override
    public Duration of(OrganisationId organisation) {
        int days = wishes.days(organisation);
        var known = byWish.get(days);
        return known != null ? known : byWish.computeIfAbsent(days, wish -> asRulesSay(Category.MESSAGE, wish));
    }

    /** As long as the platform keeps it where nobody wants it shorter. */
    Duration longest(Category category) {
        return asRulesSay(category, 0);
    }

    private Duration asRulesSay(Category category, int wishedDays) {
        var came = new KeptData(category, Instant.EPOCH, wishedDays, false);
        return Duration.between(
                came.since(), Objects.requireNonNull(policies.retention(came).until()));
    }
}
