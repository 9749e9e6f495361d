package com.qliento.agreement;

import com.qliento.agreement.Agreements.Agreed;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Parameter;
import com.qliento.consent.ConsentEvent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notes a consent, or that it was refused, which the flow learnt in its own way, with the words that were shown. */
@Order(30)
@Component
class RecordConsentBlock implements BlockHandler {

    private static final String REFUSED = "refused";

    private static final Block RECORD_CONSENT = Block.of(
                    AgreementWords.ALL, "record-consent", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .icon("check")
            .summary("{agreeTo} · {said}")
            .with(
                    AgreementSettings.PURPOSE,
                    Parameter.choice("said", "given", "given", REFUSED),
                    AgreementSettings.WORDING,
                    AgreementSettings.NOTICE,
                    AgreementSettings.VERSION,
                    AgreementSettings.DAYS);

    private final Agreements agreements;

    RecordConsentBlock(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Block block() {
        return RECORD_CONSENT;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var wording = parameters.requiredTemplate(AgreementSettings.WORDING.name());
        var purposes = AgreementSettings.purposes(parameters);
        boolean refused = parameters.text("said").equals(REFUSED);
        return step -> {
            var shown = AgreementSettings.shown(parameters, step, wording.render(step.values()));
            agreements.note(
                    step,
                    parameters.element(),
                    refused
                            ? new Agreed(purposes, ConsentEvent.REFUSED, shown, null)
                            : new Agreed(
                                    purposes,
                                    ConsentEvent.GIVEN,
                                    shown,
                                    AgreementSettings.until(parameters, step.now())));
            return Outcome.GO_ON;
        };
    }
}
