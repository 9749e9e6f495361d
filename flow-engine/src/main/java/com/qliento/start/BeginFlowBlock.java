package com.qliento.start;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.bpmn.Sentences;
import com.qliento.call.FeelJson;
import com.qliento.channel.ChannelId;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Step;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import com.qliento.problem.Problem;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.TextTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets another flow begin for somebody, in their own lane, and goes on at once. */
@Order(30)
@Component
class BeginFlowBlock implements BlockHandler, CheckedBlock {

    private static final Block BEGIN_FLOW = Block.of(
                    TextBundle.beside(BeginFlowBlock.class, "Blocks"),
                    "begin-flow",
                    BlockGroup.DO,
                    BpmnElement.SERVICE_TASK)
            .icon("send")
            .summary("{flow!} → {phone}")
            .exits(Exit.FAILED)
            .with(
                    Parameter.of("flow", ParameterKind.FLOW).needed(),
                    Parameter.of("phone", ParameterKind.LINE).needed(),
                    Parameter.of("from", ParameterKind.LINE),
                    Parameter.of("values", ParameterKind.FEEL),
                    Parameter.choice("whenBusy", "wait", "wait", "interrupt", "skip"));

    /** Which flows there are is read with the vocabulary that this is part of. */
    private final ObjectProvider<FlowStarts> starts;

    private final BegunPace pace;

    BeginFlowBlock(ObjectProvider<FlowStarts> starts, BegunPace pace) {
        this.starts = starts;
        this.pace = pace;
    }

    @Override
    public Block block() {
        return BEGIN_FLOW;
    }

    /** The flow is there, and is about somebody. */
    @Override
    public void check(BlockCheck at) {
        for (String key : at.block().values(ParameterKind.FLOW)) {
            var named = Sentences.quote(key);
            if (!Names.flowKey(key) || !at.environment().published(key)) {
                at.error("unknown-flow", named);
            } else if (at.environment().aboutNobody(key)) {
                at.error("about-nobody", named);
            }
        }
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Beginning(
                parameters,
                parameters.requiredTemplate("phone"),
                parameters.requiredTemplate("from"),
                Optional.ofNullable(parameters.expression("values")));
    }

    private final class Beginning implements BlockAction {

        private final BlockParameters parameters;
        private final TextTemplate phone;
        private final TextTemplate from;
        private final Optional<Expression> values;

        Beginning(BlockParameters parameters, TextTemplate phone, TextTemplate from, Optional<Expression> values) {
            this.parameters = parameters;
            this.phone = phone;
            this.from = from;
            this.values = values;
        }

        @Override
        public Outcome enter(Step step) {
            var lane = step.conversation().lane();
            if (!pace.allows(lane, step.now())) {
                step.note(parameters.element() + ":begins-too-many");
                return Outcome.exit(Exit.FAILED);
            }
            StartWish wish;
            try {
                wish = new StartWish(
                        parameters.text("flow").strip(),
                        phone.render(step.values()),
                        null,
                        channel(step),
                        handed(step),
                        StartWish.whenBusy(parameters.text("whenBusy")));
                starts.getObject().check(lane.organisation(), wish);
            } catch (Problem refused) {
                step.note(parameters.element() + ":" + refused.code());
                return Outcome.exit(Exit.FAILED);
            }
            step.does(parameters.element(), new Begun(lane, wish, step.now()));
            return Outcome.GO_ON;
        }

        /** The number that is named; else the one that the conversation is with, if it is one. */
        private @Nullable ChannelId channel(Step step) {
            var lane = step.conversation().lane();
            var named = from.render(step.values()).strip();
            if (!named.isEmpty()) {
                return starts.getObject().numbered(lane.organisation(), named);
            }
            return lane.isRun() ? null : new ChannelId(lane.channel());
        }

        private ObjectNode handed(Step step) {
            return values.map(given -> FeelJson.json(given.evaluate(step.values())))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .orElseGet(JsonNodeFactory.instance::objectNode);
        }
    }

    private final class Begun implements BlockAction.Deed {

        private final Lane by;
        private final StartWish wish;
        private final Instant now;

        Begun(Lane by, StartWish wish, Instant now) {
            this.by = by;
            this.wish = wish;
            this.now = now;
        }

        @Override
        public String kind() {
            return "begun";
        }

        @Override
        public List<String> told() {
            return List.of(wish.flowKey(), Objects.requireNonNullElse(wish.phone(), ""));
        }

        @Override
        public void write(RoundTrip trip) {
            starts.getObject().begin(by.organisation(), wish);
            pace.count(trip, by, now);
        }
    }
}
