package com.qliento.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.bpmn.Sentences;
import com.qliento.call.CallRequest;
import com.qliento.call.Repeat;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.connector.mail.MailAddress;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sends an e-mail and goes on when the server has taken it. */
@Order(20)
@Component
class EmailBlock implements BlockHandler, CheckedBlock {

    /** Whom the calls go to, as people are told; the address itself is personal. */
    static final String TARGET = "e-mail";

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private static final Block EMAIL = Block.of(
                    TextBundle.beside(EmailBlock.class, "Blocks"), "email", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .awaiting(Awaits.CALL)
            .exits(Exit.FAILED, Exit.TIMED_OUT, Exit.NOT_ALLOWED)
            .icon("mail")
            .summary("{to!} · {subject}")
            .with(
                    Parameter.of("to", ParameterKind.LINE).needed(),
                    Parameter.of("subject", ParameterKind.LINE).needed(),
                    Parameter.of("body", ParameterKind.TEXT).needed(),
                    UseSettings.USE);

    @Override
    public Block block() {
        return EMAIL;
    }

    /** What is written out can be looked at; what an answer gives can't. */
    @Override
    public void check(BlockCheck at) {
        var to = at.block().value("to");
        if (!to.isBlank() && !to.contains("{{") && MailAddress.parse(to).isEmpty()) {
            at.error("no-address", Sentences.quote(to));
        }
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var to = parameters.requiredTemplate("to");
        var subject = parameters.requiredTemplate("subject");
        var body = parameters.requiredTemplate("body");
        return step -> {
            var address = MailAddress.parse(to.render(step.values()));
            if (address.isEmpty()) {
                step.note(parameters.element() + ":no-address");
                return Outcome.exit(Exit.FAILED);
            }
            var request = JsonNodeFactory.instance
                    .objectNode()
                    .put(MailCallee.TO, address.get().address())
                    .put(MailCallee.SUBJECT, subject.render(step.values()))
                    .put(MailCallee.BODY, body.render(step.values()));
            step.asks(parameters.element(), new CallRequest(MailCallee.KIND, TARGET, request, Repeat.NEVER, PATIENCE));
            return Outcome.CALL;
        };
    }
}
