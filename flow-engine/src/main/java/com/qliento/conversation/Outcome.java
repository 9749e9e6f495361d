package com.qliento.conversation;

import com.qliento.block.Exit;
import org.jspecify.annotations.Nullable;

/** What a block wants the flow to do next. */
public final class Outcome {

    /** On to the next block. */
    public static final Outcome GO_ON = new Outcome(null);

    /** Stay here until the customer writes. */
    public static final Outcome WAIT = new Outcome(null);

    private final @Nullable Exit exit;

    private Outcome(@Nullable Exit exit) {
        this.exit = exit;
    }

    /** Leave by this exit, which the block has; on to the next block when it is not drawn. */
    public static Outcome exit(Exit exit) {
        return new Outcome(exit);
    }

    /** The exit to leave by; null for none. */
    @Nullable
    Exit exit() {
        return exit;
    }
}
