package com.qliento.request;

import com.qliento.bpmn.BlockNode;
import com.qliento.register.BlockRecipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The server that a request of a flow goes to. */
@Component
class AskedHost implements BlockRecipient {

    @Override
    public String block() {
        return RequestBlock.REQUEST.key();
    }

    @Override
    public Optional<String> name(BlockNode block) {
        return Whereto.of(block.valueOf(RequestSettings.ADDRESS)).map(Whereto::target);
    }
}
