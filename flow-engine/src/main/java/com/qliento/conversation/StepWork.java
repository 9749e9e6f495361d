package com.qliento.conversation;

import com.qliento.call.Call;
import com.qliento.call.Expected;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.outbox.Outgoing;
import com.qliento.ruleset.RealDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a step leaves to be done by others when it commits: said, decided, asked, handed over. */
final class StepWork {

    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<RealDecision> decisions = new ArrayList<>();
    private final List<BlockAction.Deed> deeds = new ArrayList<>();
    private @Nullable Call asked;
    private @Nullable Expected expected;
    private boolean heardOfCall;
    private boolean failed;

    void says(Outgoing message) {
        outgoing.add(message);
    }

    void decided(RealDecision decision) {
        decisions.add(decision);
    }

    void does(BlockAction.Deed deed) {
        deeds.add(deed);
    }

    /** One step waits for one call. */
    void asks(Call call) {
        if (asked != null) {
            throw new IllegalStateException("the block at " + call.caller().element() + " asks twice");
        }
        asked = call;
    }

    /** The flow did not come to an end of its own. */
    void fails() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    /** One step waits for one thing. */
    void expects(Expected what) {
        if (expected != null) {
            throw new IllegalStateException("the block at " + what.caller().element() + " expects twice");
        }
        expected = what;
    }

    /** What the flow comes to wait for elsewhere; null when it waits for nothing. */
    @Nullable
    Expected expected() {
        return expected;
    }

    void hearsOfCall() {
        heardOfCall = true;
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    List<RealDecision> decisions() {
        return decisions;
    }

    List<BlockAction.Deed> deeds() {
        return deeds;
    }

    @Nullable
    Call asked() {
        return asked;
    }

    /** The call that is to be made: the one that was asked for last, if the flow then stands waiting for it. */
    @Nullable
    Call asked(FlowPosition stands) {
        return asked != null && asked.id().equals(stands.callId()) ? asked : null;
    }

    /** The same of what is expected. */
    @Nullable
    Expected expected(FlowPosition stands) {
        return expected != null && expected.id().equals(stands.callId()) ? expected : null;
    }

    /** What was waited for before the step and is not any more, without its outcome; null when there is none. */
    @Nullable
    UUID left(FlowPosition stood, FlowPosition stands) {
        var before = stood.callId();
        return heardOfCall || before == null || before.equals(stands.callId()) ? null : before;
    }
}
