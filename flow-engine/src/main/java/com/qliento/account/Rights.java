package com.qliento.account;

import com.qliento.organisation.OrganisationId;
import java.util.Optional;

/** Asks what is stored what somebody may do now. */
public interface Rights {

    /** Their role in the organisation now; empty for somebody who works there no more. */
    Optional<Role> now(AccountId account, OrganisationId organisation);
}
