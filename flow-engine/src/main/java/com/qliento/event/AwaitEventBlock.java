package com.qliento.event;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.EventSettings;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.call.CallOutcome;
import com.qliento.call.Expectation;
import com.qliento.call.FeelJson;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Step;
import com.qliento.rules.feel.TextTemplate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Waits until another system says that something has happened; meanwhile the customer may write and is told so. */
@Order(50)
@Component
class AwaitEventBlock implements BlockHandler {

    private static final Exit LATE = Exit.of("timed-out").asNeeded();
    private static final String WHO = "event";

    private static final Block AWAIT_EVENT = Block.of(
                    TextBundle.beside(AwaitEventBlock.class, "Blocks"),
                    "await-event",
                    BlockGroup.DO,
                    BpmnElement.RECEIVE_TASK)
            .awaiting(Awaits.EVENT)
            .exits(LATE)
            .icon("bell")
            .summary("{reference!}")
            .with(
                    Parameter.of("reference", ParameterKind.LINE).needed().upTo(Events.LONGEST_REFERENCE),
                    EventSettings.HOURS,
                    Parameter.of("meanwhile", ParameterKind.TEXT)
                            .upTo(MessageLimits.TEXT_BODY)
                            .neverEmpty(),
                    AnswerSettings.NAME,
                    AnswerSettings.CATEGORY,
                    AnswerSettings.PURPOSE);

    @Override
    public Block block() {
        return AWAIT_EVENT;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Awaiting(
                parameters,
                parameters.requiredTemplate("reference"),
                Duration.ofHours(parameters.number(EventSettings.HOURS.name())),
                parameters.template("meanwhile"));
    }

    private record Awaiting(
            BlockParameters parameters,
            TextTemplate reference,
            Duration patience,
            @Nullable TextTemplate meanwhile) implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            var named = reference.render(step.values()).strip();
            if (named.isEmpty() || named.length() > Events.LONGEST_REFERENCE) {
                step.note(parameters.element() + ":no-reference");
                return Outcome.exit(LATE);
            }
            step.expects(parameters.element(), new Expectation(WHO, named, patience));
            return Outcome.WAIT;
        }

        @Override
        public Outcome answered(Step step) {
            if (meanwhile != null) {
                var words = meanwhile.render(step.values());
                step.say(parameters.element(), new OutboundContent.Text(words, true));
            }
            return Outcome.WAIT;
        }

        @Override
        public Outcome returned(Step step, CallOutcome outcome) {
            if (outcome instanceof CallOutcome.Answered answer) {
                step.answer(parameters, FeelJson.value(answer.body()));
                return Outcome.GO_ON;
            }
            return Outcome.exit(LATE);
        }
    }
}
