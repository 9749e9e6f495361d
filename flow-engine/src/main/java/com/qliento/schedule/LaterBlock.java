package com.qliento.schedule;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Names;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Step;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Begins another published flow for the same contact later on; this one goes on at once. */
@Order(20)
@Component
class LaterBlock implements BlockHandler, CheckedBlock {

    /** There is no such time, or too much is to come already. */
    static final Exit NOT_LATER = Exit.of("not-later");

    private static final int MOST_CHARACTERS = 100_000;

    private static final Block LATER = Block.of(LaterWords.ALL, "later", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .icon("clock")
            .summary("{flow!} · {when}")
            .exits(NOT_LATER)
            .with(
                    LaterSettings.FLOW,
                    LaterSettings.WHEN,
                    LaterSettings.DURATION,
                    LaterSettings.TIME,
                    LaterSettings.FEEL,
                    LaterSettings.VALUES);

    private final Laters laters;

    LaterBlock(Laters laters) {
        this.laters = laters;
    }

    @Override
    public Block block() {
        return LATER;
    }

    @Override
    public void check(BlockCheck at) {
        LaterCheck.check(at);
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Waiting(
                parameters,
                parameters.text(LaterSettings.FLOW.name()).strip(),
                LaterTime.of(parameters),
                LaterValues.of(parameters),
                laters);
    }

    private record Waiting(
            BlockParameters parameters, String flowKey, LaterTime time, LaterValues handed, Laters laters)
            implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            var values = step.values();
            var now = (ZonedDateTime) Objects.requireNonNull(values.get(Names.NOW));
            var at = time.at(now, values);
            var along = handed.with(values);
            if (at.isEmpty() || along.toString().length() > MOST_CHARACTERS || !laters.hasRoom(step)) {
                return Outcome.exit(NOT_LATER);
            }
            laters.add(parameters.element(), step, now, new Laters.Later(flowKey, at.get(), along));
            step.note(parameters.element() + ":later " + flowKey);
            return Outcome.GO_ON;
        }
    }
}
