package com.qliento.register;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.spi.PersonalRecipient;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who carries all messages. */
@Component
class Carrier implements StandingRecipients {

    @Override
    public PersonalRecipient.Kind kind() {
        return PersonalRecipient.Kind.CARRIER;
    }

    @Override
    public Set<String> names(OrganisationId organisation) {
        return Set.of("WhatsApp (Meta)");
    }
}
