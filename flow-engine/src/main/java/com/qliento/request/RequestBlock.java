package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.call.CallOutcome;
import com.qliento.call.FeelJson;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Step;
import com.qliento.guard.GuardedClient;
import com.qliento.rules.feel.Expressions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks another server by HTTP and keeps what it answers. */
@Order(10)
@Component
class RequestBlock implements BlockHandler, CheckedBlock {

    static final Block REQUEST = Block.of(RequestWords.ALL, "request", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .icon("plug")
            .awaiting(Awaits.CALL)
            .summary("{method} {address!} · {name}")
            .exits(Exit.FAILED, Exit.TIMED_OUT, Exit.NOT_ALLOWED)
            .with(
                    RequestSettings.METHOD,
                    RequestSettings.ADDRESS,
                    RequestSettings.QUERY,
                    RequestSettings.HEADERS,
                    RequestSettings.BODY_KIND,
                    RequestSettings.BODY,
                    RequestSettings.AUTH,
                    RequestSettings.SECRET,
                    RequestSettings.AUTH_NAME,
                    RequestSettings.WANTED,
                    RequestSettings.REPEAT,
                    RequestSettings.SECONDS,
                    RequestSettings.NAME,
                    RequestSettings.PICKS,
                    AnswerSettings.CATEGORY,
                    AnswerSettings.PURPOSE,
                    UseSettings.USE);

    private final RequestCheck check;

    RequestBlock(Expressions expressions, GuardedClient client) {
        this.check = new RequestCheck(expressions, client);
    }

    @Override
    public Block block() {
        return REQUEST;
    }

    @Override
    public void check(BlockCheck at) {
        check.check(at);
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Asking(parameters, new RequestTemplate(parameters));
    }

    private record Asking(BlockParameters parameters, RequestTemplate request) implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            step.asks(parameters.element(), request.with(step.values()));
            return Outcome.CALL;
        }

        @Override
        public Outcome returned(Step step, CallOutcome outcome) {
            return outcome instanceof CallOutcome.Answered answer ? kept(step, answer.body()) : Outcome.of(outcome);
        }

        /** What is made up for a flow that is tried comes here as no server's answer does: whole. */
        private Outcome kept(Step step, JsonNode answer) {
            var picking = Picking.of(parameters.text(RequestSettings.PICKS.name()));
            if (picking.isEmpty()) {
                step.answer(parameters, FeelJson.value(answer.path("body")));
                return Outcome.GO_ON;
            }
            var picked = picking.from(answer);
            picked.values().forEach((name, value) -> step.answer(parameters.keptAs(name), value));
            picked.trouble().ifPresent(trouble -> step.does(parameters.element(), new Unpicked(trouble)));
            return picked.trouble().isPresent() ? Outcome.exit(Exit.FAILED) : Outcome.GO_ON;
        }
    }
}
