package com.qliento.agreement;

import com.qliento.agreement.Agreements.Agreed;
import com.qliento.block.AnswerSettings;
import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Exit;
import com.qliento.block.Keywords;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TapId;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.consent.ConsentEvent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Incoming;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.PlatformReply;
import com.qliento.conversation.Step;
import com.qliento.rules.feel.TextTemplate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks for a consent by two buttons, and notes in the ledger that it asked, with which words, and what was said. */
@Order(30)
@Component
class AskConsentBlock implements BlockHandler {

    /** They said no. */
    static final Exit REFUSED = Exit.of("refused");

    private static final String YES = "consent-yes";
    private static final String NO = "consent-no";

    private static final Block ASK_CONSENT = Block.of(
                    AgreementWords.ALL, "ask-consent", BlockGroup.ASK, BpmnElement.RECEIVE_TASK)
            .awaiting(Awaits.CUSTOMER)
            .exits(REFUSED, Exit.NO_ANSWER)
            .icon("check")
            .summary("{agreeTo} · {wording}")
            .with(
                    AgreementSettings.PURPOSE,
                    AgreementSettings.WORDING,
                    button("yes", "Yes"),
                    button("no", "No"),
                    AgreementSettings.NOTICE,
                    AgreementSettings.VERSION,
                    AgreementSettings.DAYS,
                    AnswerSettings.NAME,
                    Parameter.number("attempts", 3, 1, 10));

    private final Agreements agreements;

    AskConsentBlock(Agreements agreements) {
        this.agreements = agreements;
    }

    private static Parameter button(String name, String usual) {
        return Parameter.of(name, ParameterKind.BUTTON)
                .byDefault(usual)
                .upTo(MessageLimits.BUTTON_TITLE)
                .neverEmpty();
    }

    @Override
    public Block block() {
        return ASK_CONSENT;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        return new Asking(
                parameters,
                parameters.requiredTemplate(AgreementSettings.WORDING.name()),
                parameters.requiredTemplate("yes"),
                parameters.requiredTemplate("no"),
                agreements);
    }

    private record Asking(
            BlockParameters parameters, TextTemplate wording, TextTemplate yes, TextTemplate no, Agreements agreements)
            implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            var words = wording.render(step.values());
            note(
                    step,
                    new Agreed(
                            AgreementSettings.purposes(parameters),
                            ConsentEvent.REQUESTED,
                            AgreementSettings.shown(parameters, step, words),
                            null));
            ask(step, words);
            return Outcome.WAIT;
        }

        private void note(Step step, Agreed agreed) {
            agreements.note(step, parameters.element(), agreed);
        }

        private void ask(Step step, String words) {
            var values = step.values();
            step.ask(
                    parameters.element(),
                    new OutboundContent.Buttons(
                            words,
                            null,
                            null,
                            List.of(
                                    new OutboundContent.Buttons.Button(YES, yes.render(values)),
                                    new OutboundContent.Buttons.Button(NO, no.render(values)))));
        }

        @Override
        public Outcome answered(Step step) {
            var incoming = step.incoming();
            var agrees = incoming == null ? Optional.<Boolean>empty() : agrees(step, incoming);
            if (agrees.isEmpty()) {
                if (step.wrongAnswer() >= parameters.number("attempts")) {
                    return Outcome.exit(Exit.NO_ANSWER);
                }
                again(step, PlatformReply.CHOOSE);
                return Outcome.WAIT;
            }
            boolean given = agrees.get();
            note(
                    step,
                    new Agreed(
                            AgreementSettings.purposes(parameters),
                            given ? ConsentEvent.GIVEN : ConsentEvent.REFUSED,
                            null,
                            given ? AgreementSettings.until(parameters, step.now()) : null));
            step.answer(parameters, given);
            return given ? Outcome.GO_ON : Outcome.exit(REFUSED);
        }

        @Override
        public void again(Step step, PlatformReply words) {
            ask(step, words.before(step, wording.render(step.values())));
        }

        @Override
        public boolean offers(Step step, Incoming message) {
            return agrees(step, message).isPresent();
        }

        /** A tap, or the words of a button. Nothing else is a consent: it has to be clear (GDPR Art. 4(11)). */
        private Optional<Boolean> agrees(Step step, Incoming message) {
            var tap = message.tap();
            var values = step.values();
            if (tap != null) {
                return switch (TapId.choiceOf(tap.id())) {
                    case YES -> Optional.of(true);
                    case NO -> Optional.of(false);
                    default -> Optional.empty();
                };
            }
            var said = Keywords.normalise(message.text());
            if (said.equals(Keywords.normalise(yes.render(values)))) {
                return Optional.of(true);
            }
            return said.equals(Keywords.normalise(no.render(values))) ? Optional.of(false) : Optional.empty();
        }
    }
}
