package com.qliento.run;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Flows about nobody: begun durably, each once, and looked at until they have ended. */
@Component
public class Runs {

    private static final ProblemType NOT_LIVE =
            new ProblemType(ProblemKind.CONFLICT, "flow-not-live", "The flow is not published");
    private static final ProblemType ABOUT_SOMEBODY =
            new ProblemType(ProblemKind.CONFLICT, "flow-about-somebody", "The flow is about a customer");

    private final RunStore store;
    private final RunSeals seals;
    private final RunningFlows flows;
    private final Rows rows;
    private final Clock clock;

    /** Where rows are written, and as whose. */
    @Component
    record Rows(OrganisationScope scope, JdbcOperations jdbc, Inbox inbox) {}

    Runs(RunStore store, RunSeals seals, RunningFlows flows, Rows rows, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.flows = flows;
        this.rows = rows;
        this.clock = clock;
    }

    /** For somebody whose role allows it; as {@link #begin(OrganisationId, RunWish)} else. */
    public UUID begin(Actor actor, RunWish wish) {
        actor.require(Permission.START_FLOWS);
        return begin(actor.organisation(), wish);
    }

    /**
     * Begins a run and gives its id. Durable when it returns, or with the open transaction of the organisation. Throws
     * {@link Problem} for a flow that is not published or is about a customer, for values that no flow can keep, and for what
     * its start needs and is not among them.
     */
    public UUID begin(OrganisationId organisation, RunWish wish) {
        check(organisation, wish);
        var given = GivenValues.of(flows.inputs(organisation, wish.flowKey()), wish.values());
        var id = TimeOrderedId.at(clock.instant());
        rows.scope().run(organisation, () -> {
            var trip = new RoundTrip();
            store.insert(trip, organisation, id, wish);
            rows.inbox()
                    .result(
                            trip,
                            new Result(
                                    id,
                                    Lane.ofRun(organisation, id),
                                    Source.TRIGGER,
                                    RunReceiver.KIND,
                                    seals.given(organisation, id, new RunWish(wish.flowKey(), given, wish.cause())),
                                    clock.instant()));
            trip.run(rows.jdbc());
        });
        return id;
    }

    /** Throws {@link Problem} as {@link #begin(OrganisationId, RunWish)} does; nothing begins. */
    public void check(OrganisationId organisation, RunWish wish) {
        if (flows.published(organisation, wish.flowKey()).isEmpty()) {
            throw notLive(wish.flowKey());
        }
        if (!flows.aboutNobody(organisation, wish.flowKey())) {
            throw ABOUT_SOMEBODY.because("The flow '" + wish.flowKey()
                    + "' talks to a customer. Say whom it is for, or let its start say that it is about nobody.");
        }
        GivenValues.check(wish.values());
        var unused = GivenValues.of(flows.inputs(organisation, wish.flowKey()), wish.values());
    }

    /** What is said of a flow that can't begin, since it is not published. */
    public static Problem notLive(String flowKey) {
        return NOT_LIVE.because("There is no published flow '" + flowKey + "'. Publish it, then begin it again.");
    }

    /** A run as it is now; throws {@link Problem} when there is none. */
    public Run get(Actor actor, UUID id) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return find(actor.organisation(), id).orElseThrow(() -> Problem.notFound("run", id));
    }

    /** Runs of a flow, of a trigger or schedule, or all, newest first, before this one (null begins). */
    public List<Run> page(Actor actor, @Nullable String flow, @Nullable UUID cause, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return rows.scope().in(actor.organisation(), () -> store.page(flow, cause, after, size)).stream()
                .map(RunStore.Row::run)
                .toList();
    }

    /** Where a run has come through so far, the first step first; throws {@link Problem} when there is no such run. */
    public List<Run.Way> way(Actor actor, UUID id) {
        get(actor, id);
        return rows.scope().in(actor.organisation(), () -> store.way(id));
    }

    /** A run as it is now, for a feature that began it. */
    Optional<Run> find(OrganisationId organisation, UUID id) {
        return rows.scope().in(organisation, () -> store.find(id)).map(row -> seals.withAnswer(organisation, row));
    }
}
