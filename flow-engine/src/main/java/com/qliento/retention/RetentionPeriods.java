package com.qliento.retention;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.policy.KeptData.Category;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** For how long an organisation's data is kept by the rules, and by its wish where it has one. */
@Component
public class RetentionPeriods {

    private final Periods periods;
    private final Wishes wishes;

    RetentionPeriods(Periods periods, Wishes wishes) {
        this.periods = periods;
        this.wishes = wishes;
    }

    /** Of this category, in words of this language. Answers from memory. */
    public Kept.Category of(OrganisationId organisation, Category category, Locale language) {
        int wished = category == Category.MESSAGE || category == Category.ANSWER ? wishes.days(organisation) : 0;
        var rule = periods.rule(category, wished);
        return new Kept.Category(
                category.name().toLowerCase(Locale.ROOT),
                periods.of(category, wished).toDays(),
                periods.of(category, 0).toDays(),
                rule.id(),
                rule.sentence(language),
                rule.source(language));
    }
}
