package com.qliento.retention;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.policy.KeptData;
import com.qliento.rules.policy.KeptData.Category;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.rules.policy.Retention;
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
        return known != null ? known : byWish.computeIfAbsent(days, wish -> of(Category.MESSAGE, wish));
    }

    /** For how long it is kept with this wish; 0 for none. */
    Duration of(Category category, int wishedDays) {
        return Duration.between(
                Instant.EPOCH,
                Objects.requireNonNull(decided(category, wishedDays).until()));
    }

    /** The rule that decides, for an organisation with this wish; 0 for none. */
    PolicyRule rule(Category category, int wishedDays) {
        return decided(category, wishedDays).rules().get(0);
    }

    private Retention decided(Category category, int wishedDays) {
        return policies.retention(new KeptData(category, Instant.EPOCH, wishedDays, false));
    }
}
