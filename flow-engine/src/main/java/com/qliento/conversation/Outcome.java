package com.qliento.conversation;

import com.qliento.block.Exit;
import com.qliento.call.CallOutcome;
import org.jspecify.annotations.Nullable;

/** What a block wants the flow to do next. */
public final class Outcome {

    /** On to the next block. */
    public static final Outcome GO_ON = new Outcome(null);

    /** Stay here until the customer writes. */
    public static final Outcome WAIT = new Outcome(null);

    /** Stay here until what was asked of another system in this step, by {@link Step#asks}, has come to something. */
    public static final Outcome CALL = new Outcome(null);

    private final @Nullable Exit exit;

    private Outcome(@Nullable Exit exit) {
        this.exit = exit;
    }

    /** Leave by this exit, which the block has; on to the next block when it is not drawn. */
    public static Outcome exit(Exit exit) {
        return new Outcome(exit);
    }

    /** Leave by the exit that a call has which came to this: on to the next block when it was answered. */
    public static Outcome of(CallOutcome call) {
        return call.accept(new CallOutcome.Cases<>() {
            @Override
            public Outcome answered(CallOutcome.Answered answer) {
                return GO_ON;
            }

            @Override
            public Outcome failed(CallOutcome.Failed failure) {
                return exit(Exit.FAILED);
            }

            @Override
            public Outcome timedOut(CallOutcome.TimedOut outcome) {
                return exit(Exit.TIMED_OUT);
            }

            @Override
            public Outcome notAllowed(CallOutcome.NotAllowed refusal) {
                return exit(Exit.NOT_ALLOWED);
            }

            @Override
            public Outcome again(CallOutcome.Again later) {
                throw new IllegalArgumentException("whoever waits never hears of a call that is made again");
            }
        });
    }

    /** The exit to leave by; null for none. */
    @Nullable
    Exit exit() {
        return exit;
    }
}
