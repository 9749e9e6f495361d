package com.qliento.ruleset;

import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.DecisionProblem;
import com.qliento.rules.decision.Decisions;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Where tables are compiled and checked for their authors: large ones on half of the processors at most, so that customers
 * are answered whatever anybody writes, and small ones beside them, which take no time. Each organisation in its turn.
 * What flows decide by is not compiled here.
 */
@Component
class Workbench {

    private static final ProblemType DECISIONS_BUSY =
            new ProblemType(ProblemKind.UNAVAILABLE, "decisions-busy", "Many decisions are being checked");

    private static final int LONGEST_WAIT_SECONDS = 20;

    /** Bytes of a file that is checked in a moment: a few hundred rows. */
    static final int SMALL = 60_000;

    private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Turns small = new Turns(PLACES);
    private final Turns large = new Turns(PLACES);

    private final Decisions decisions;

    Workbench(Decisions decisions) {
        this.decisions = decisions;
    }

    /** As {@link Decisions#name(byte[])}: that takes no time. */
    String name(byte[] dmn) {
        return decisions.name(dmn);
    }

    /** As {@link Decisions#check(byte[])}. */
    List<DecisionProblem> check(OrganisationId organisation, byte[] dmn) {
        return at(organisation, dmn.length, () -> decisions.check(dmn));
    }

    /** As {@link Decisions#compile(byte[])}. */
    DecisionModel compile(OrganisationId organisation, byte[] dmn) {
        return at(organisation, dmn.length, () -> decisions.compile(dmn));
    }

    /** Does the work as soon as there is a place; throws {@link Problem} {@code decisions-busy} when there is none for long. */
    <T> T at(OrganisationId organisation, int bytes, Supplier<T> work) {
        Turns places = bytes <= SMALL ? small : large;
        boolean place = false;
        try {
            place = places.take(organisation, LONGEST_WAIT_SECONDS);
            if (!place) {
                throw DECISIONS_BUSY.because(
                        "Too many large decisions are being checked at once. Try again in a minute; nothing was"
                                + " changed.");
            }
            return work.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to check a decision", stopping);
        } finally {
            if (place) {
                places.give();
            }
        }
    }
}
