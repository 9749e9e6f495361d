package com.qliento.start;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Identities;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.flow.RunningFlows;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Result;
import com.qliento.inbox.Source;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.run.GivenValues;
import com.qliento.run.Runs;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Begins flows for other systems: what is asked for is durable when it is answered, and happens in the person's lane. */
@Component
public class FlowStarts {

    private static final ProblemType ERASED =
            new ProblemType(ProblemKind.CONFLICT, "number-erased", "Whoever has this number was erased");
    private static final ProblemType ABOUT_NOBODY =
            new ProblemType(ProblemKind.CONFLICT, "flow-about-nobody", "The flow is about nobody");
    private static final Pattern PHONE = Pattern.compile("\\d{7,15}");

    private final People people;
    private final RunningFlows flows;
    private final StartSeals seals;
    private final Rows rows;
    private final Clock clock;

    /** Who there is, and on which numbers. */
    @Component
    record People(Channels channels, Contacts contacts) {}

    /** Where rows are written, and as whose. */
    @Component
    record Rows(OrganisationScope scope, JdbcOperations jdbc, Inbox inbox) {}

    FlowStarts(People people, RunningFlows flows, StartSeals seals, Rows rows, Clock clock) {
        this.people = people;
        this.flows = flows;
        this.seals = seals;
        this.rows = rows;
        this.clock = clock;
    }

    /** What was taken: the wish's id, and whose lane it waits in. */
    public record Begun(UUID id, Lane lane) {}

    /** For somebody whose role allows it; as {@link #begin(OrganisationId, StartWish)} else. */
    public Begun begin(Actor actor, StartWish wish) {
        actor.require(Permission.START_FLOWS);
        return begin(actor.organisation(), wish);
    }

    /**
     * Lets the flow begin, as soon as the person's lane comes to it. Durable when it returns, or with the open transaction
     * of the organisation. Throws {@link Problem} for a flow that is not published, for nobody, for values that no flow can
     * keep, and for what its start needs and is not among them.
     */
    public Begun begin(OrganisationId organisation, StartWish wish) {
        var id = TimeOrderedId.at(clock.instant());
        return rows.scope().in(organisation, () -> {
            var lane = whose(organisation, wish);
            var given = GivenValues.of(flows.inputs(organisation, wish.flowKey()), wish.values());
            var trip = new RoundTrip();
            rows.inbox()
                    .result(
                            trip,
                            new Result(
                                    id,
                                    lane,
                                    Source.TRIGGER,
                                    StartSeals.KIND,
                                    seals.close(id, lane, wish.with(given)),
                                    clock.instant()));
            trip.run(rows.jdbc());
            return new Begun(id, lane);
        });
    }

    /**
     * Whose lane the wish would wait in; nothing begins. A number that nobody knows becomes a new contact. Throws
     * {@link Problem} as {@link #begin(OrganisationId, StartWish)} does.
     */
    public Lane whose(OrganisationId organisation, StartWish wish) {
        return rows.scope().in(organisation, () -> {
            var channel = check(organisation, wish);
            var contact = contact(channel, wish);
            return new Lane(organisation, channel.id().value(), contact.value());
        });
    }

    /**
     * Throws {@link Problem} for a wish that can't be taken; gives the number of the business that it is about. Nothing
     * begins, and nobody becomes a contact.
     */
    public Channel check(OrganisationId organisation, StartWish wish) {
        if (flows.published(organisation, wish.flowKey()).isEmpty()) {
            throw Runs.notLive(wish.flowKey());
        }
        if (flows.aboutNobody(organisation, wish.flowKey())) {
            throw ABOUT_NOBODY.because(
                    "The flow '" + wish.flowKey() + "' is about nobody. Begin it without saying whom it is for.");
        }
        GivenValues.check(wish.values());
        var unused = GivenValues.of(flows.inputs(organisation, wish.flowKey()), wish.values());
        if (wish.contact() == null && !PHONE.matcher(digits(wish)).matches()) {
            throw Problem.invalid(
                    "phone", "Name whom it is for: 'phone' with country code, 7 to 15 digits, or 'contact' by its id.");
        }
        return channel(organisation, wish.channel());
    }

    private static String digits(StartWish wish) {
        return wish.phone() == null ? "" : wish.phone().replaceAll("[\\s+()./-]", "");
    }

    /** The organisation's channel of this number as people write it; throws {@link Problem} when there is none. */
    ChannelId numbered(OrganisationId organisation, String written) {
        var wanted = written.replaceAll("\\D", "");
        return people.channels().of(organisation).stream()
                .filter(channel -> channel.displayNumber().replaceAll("\\D", "").equals(wanted))
                .map(Channel::id)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("channel", "The business has no number that is written so."));
    }

    private Channel channel(OrganisationId organisation, @Nullable ChannelId wished) {
        if (wished != null) {
            return people.channels().get(organisation, wished);
        }
        var all = people.channels().of(organisation);
        if (all.size() != 1) {
            throw Problem.invalid(
                    "channel", "Say on which number of the business, as 'channel': there are " + all.size() + ".");
        }
        return all.get(0);
    }

    private ContactId contact(Channel channel, StartWish wish) {
        var named = wish.contact();
        if (named != null) {
            return people.contacts()
                    .find(channel.organisation(), named)
                    .filter(found -> found.channelId().equals(channel.id().value()))
                    .map(found -> named)
                    .orElseThrow(() -> Problem.notFound("contact", named.value()));
        }
        var who = new Identities(digits(wish), null, null, null);
        if (people.contacts().wasErased(channel, who)) {
            throw ERASED.because(
                    "Whoever has this number wanted to be erased. A flow begins with them when they write first.");
        }
        return people.contacts()
                .resolve(channel, List.of(who), clock.instant())
                .get(0)
                .orElseThrow();
    }
}
