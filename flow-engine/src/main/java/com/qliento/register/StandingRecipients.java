package com.qliento.register;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.spi.PersonalRecipient;
import java.util.Set;

/** Whom an organisation hands something of people without a flow that says so: a bean in the feature that does it. */
public interface StandingRecipients {

    /** Of which kind they are. */
    PersonalRecipient.Kind kind();

    /** As people name them, such as hosts. In a transaction of its own. */
    Set<String> names(OrganisationId organisation);
}
