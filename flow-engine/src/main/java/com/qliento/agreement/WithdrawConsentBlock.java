package com.qliento.agreement;

import com.qliento.agreement.Agreements.Agreed;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.consent.ConsentEvent;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a consent back for the customer: what this very step says next knows it already. */
@Order(31)
@Component
class WithdrawConsentBlock implements BlockHandler {

    private static final Block WITHDRAW_CONSENT = Block.of(
                    AgreementWords.ALL, "withdraw-consent", BlockGroup.DO, BpmnElement.SERVICE_TASK)
            .icon("circle")
            .summary("{agreeTo}")
            .with(AgreementSettings.PURPOSE_OR_ALL);

    private final Agreements agreements;

    WithdrawConsentBlock(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Block block() {
        return WITHDRAW_CONSENT;
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var purposes = AgreementSettings.purposes(parameters);
        return step -> {
            agreements.note(step, parameters.element(), new Agreed(purposes, ConsentEvent.WITHDRAWN, null, null));
            return Outcome.GO_ON;
        };
    }
}
