package com.qliento.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.call.FeelJson;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers whoever began the run; the first answer counts, and the flow goes on. */
@Order(40)
@Component
class AnswerBlock implements BlockHandler, CheckedBlock {

    private static final int OK = 200;
    private static final int LAST = 599;

    private static final Block ANSWER = Block.of(
                    TextBundle.beside(AnswerBlock.class, "Blocks"),
                    "answer-caller",
                    BlockGroup.DO,
                    BpmnElement.SERVICE_TASK)
            .icon("reply")
            .summary("{status} · {answer}")
            .with(Parameter.of("answer", ParameterKind.FEEL).needed(), Parameter.number("status", OK, OK, LAST));

    private final RunStore store;
    private final RunSeals seals;

    AnswerBlock(RunStore store, RunSeals seals) {
        this.store = store;
        this.seals = seals;
    }

    @Override
    public Block block() {
        return ANSWER;
    }

    /** Where a customer is asked nobody waits for an answer. */
    @Override
    public void check(BlockCheck at) {
        at.flow().start().filter(start -> !start.aboutNobody()).ifPresent(start -> at.warning(at.said("nobody-waits")));
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var value = Objects.requireNonNull(parameters.expression("answer"));
        int status = parameters.number("status");
        return step -> {
            var lane = step.conversation().lane();
            step.does(parameters.element(), new Answering(lane, status, FeelJson.json(value.evaluate(step.values()))));
            return Outcome.GO_ON;
        };
    }

    private final class Answering implements BlockAction.Deed {

        private final Lane lane;
        private final int status;
        private final JsonNode value;

        Answering(Lane lane, int status, JsonNode value) {
            this.lane = lane;
            this.status = status;
            this.value = value;
        }

        @Override
        public String kind() {
            return "answered";
        }

        @Override
        public List<String> told() {
            return List.of(Integer.toString(status), value.toPrettyString());
        }

        @Override
        public void write(RoundTrip trip) {
            if (lane.isRun()) {
                store.answer(trip, lane.contact(), status, seals.answer(lane.organisation(), lane.contact(), value));
            }
        }
    }
}
