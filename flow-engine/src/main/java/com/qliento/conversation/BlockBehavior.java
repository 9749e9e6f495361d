package com.qliento.conversation;

import com.qliento.block.Block;
import com.qliento.block.Exit;
import com.qliento.call.CallOutcome;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/** A block inside the engine: lets it act when the flow comes, and again when the customer or another system answers. */
final class BlockBehavior extends AbstractBpmnActivityBehavior {

    /** The signal that tells the block that a choice of an earlier message was tapped. */
    static final String ANSWERED_ALREADY = "answered-already";

    /** The signal that tells the block what its call came to, with that. */
    static final String RETURNED = "returned";

    private final Steps steps;
    private final Block block;
    private final BlockAction action;
    private final @Nullable Purpose use;

    /** @param use for what the block uses the customer's data, to be asked about; null when it only serves them */
    BlockBehavior(Steps steps, Block block, BlockAction action, @Nullable Purpose use) {
        this.steps = steps;
        this.block = block;
        this.action = action;
        this.use = use;
    }

    BlockAction action() {
        return action;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        var step = steps.of(execution);
        step.answered();
        var permit = use == null ? Permit.ALLOWED : step.customer().may(use);
        if (!permit.allowed()) {
            step.note(execution.getCurrentActivityId() + ":" + permit.code());
            proceed(execution, step, Outcome.exit(Exit.NOT_ALLOWED));
            return;
        }
        step.customer().uses(use);
        var outcome = action.enter(step);
        step.customer().uses(null);
        proceed(execution, step, outcome);
    }

    @Override
    public void signal(ActivityExecution execution, String signal, Object data) throws Exception {
        var step = steps.of(execution);
        if (ANSWERED_ALREADY.equals(signal)) {
            step.note(execution.getCurrentActivityId() + ":answered-already");
            action.again(step, PlatformReply.ANSWERED_ALREADY);
            proceed(execution, step, Outcome.WAIT);
            return;
        }
        if (RETURNED.equals(signal)) {
            proceed(execution, step, action.returned(step, (CallOutcome) data));
            return;
        }
        var outcome = action.answered(step);
        if (outcome != Outcome.WAIT) {
            step.taken();
        }
        proceed(execution, step, outcome);
    }

    private void proceed(ActivityExecution execution, Step step, Outcome outcome) throws Exception {
        var exit = outcome.exit();
        if (exit != null) {
            exit(execution, step, exit);
        } else if (outcome == Outcome.WAIT) {
            step.awaits(execution.getId(), execution.getCurrentActivityId());
        } else if (outcome == Outcome.CALL) {
            step.awaitsCall(execution.getId(), execution.getCurrentActivityId());
        } else {
            leave(execution);
        }
    }

    private void exit(ActivityExecution execution, Step step, Exit exit) throws Exception {
        if (block.exit(exit.code()).isEmpty()) {
            throw new IllegalStateException("the block " + block.key() + " has no exit " + exit.name());
        }
        step.note(execution.getCurrentActivityId() + ":" + exit.name());
        var drawn = isDrawn(exit.code(), execution) ? exit.code() : exit.instead();
        if (drawn != null && isDrawn(drawn, execution)) {
            executeWithErrorPropagation(execution, () -> {
                throw new BpmnError(drawn);
            });
        } else {
            leave(execution);
        }
    }

    private static boolean isDrawn(String code, ActivityExecution execution) {
        return execution.getActivity() instanceof ScopeImpl scope
                && scope.getProperties().get(BpmnProperties.ERROR_EVENT_DEFINITIONS).stream()
                        .anyMatch(definition -> definition.catchesError(code));
    }
}
