package com.qliento.retention;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rules.policy.KeptData.Category;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long an organisation's data is kept: read by everybody who works there, shortened by owners. */
@Component
public class OwnRetention {

    private static final int LAST_RUNS = 24;

    private final Wishes wishes;
    private final Reads reads;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;

    /** Who knows what is kept, and what would be ended. */
    @Component
    record Reads(
            RetentionPeriods kept, Periods periods, HourSweep hours, DaySweep days, SweepStore runs, Vault vault) {}

    OwnRetention(Wishes wishes, Reads reads, OrganisationScope scope, Audit audit, Clock clock) {
        this.wishes = wishes;
        this.reads = reads;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is kept until when and why, in words of this language; nothing is ended by asking. */
    public Kept get(Actor actor, Locale language) {
        actor.require(Permission.LOOK_ON);
        var organisation = actor.organisation();
        int wished = wishes.days(organisation);
        var now = clock.instant();
        var due = new Kept.Due(
                reads.vault().countHoursBefore(organisation, reads.hours().until(organisation, now)),
                reads.days().count(now));
        return new Kept(
                List.of(
                        reads.kept().of(organisation, Category.MESSAGE, language),
                        reads.kept().of(organisation, Category.TRACE, language)),
                wished == 0 ? null : wished,
                due,
                scope.in(organisation, () -> reads.runs().last(organisation, LAST_RUNS)));
    }

    /**
     * From now on messages are kept for so many days; null for as long as the platform keeps them. What came before is
     * not read any more at once and destroyed by the next sweep; wanting it longer later brings nothing back. Throws
     * {@link Problem} {@code invalid-field} when it would be longer than the platform keeps them.
     */
    public void set(Actor actor, @Nullable Integer messageDays) {
        actor.require(Permission.TIGHTEN_POLICIES);
        long most = reads.periods().of(Category.MESSAGE, 0).toDays();
        if (messageDays != null && (messageDays < 1 || messageDays > most)) {
            throw Problem.invalid(
                            "messageDays",
                            "Messages are kept for 1 to " + most + " days: an organisation may want it shorter than"
                                    + " the platform keeps them, never longer. Leave it out for as long as the platform does.")
                    .with("most", most);
        }
        audit.run(
                actor.did(AuditAction.RETENTION_SET, actor.organisation().toString())
                        .with("days", messageDays == null ? most : messageDays),
                () -> wishes.save(actor.organisation(), messageDays, actor.name(), clock.instant()));
        wishes.readAnew();
    }
}
