package com.qliento.mail;

import com.qliento.bpmn.BlockNode;
import com.qliento.register.BlockRecipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever a flow writes an e-mail; the address is personal, or comes to be known when it is written. */
@Component
class AskedMail implements BlockRecipient {

    @Override
    public String block() {
        return "email";
    }

    @Override
    public Optional<String> name(BlockNode block) {
        return Optional.of(EmailBlock.TARGET);
    }
}
