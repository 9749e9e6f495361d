package com.qliento.account;

import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * Somebody who does something for an organisation.
 *
 * @param account names the person in records; never their name or e-mail
 */
public record Actor(AccountId account, OrganisationId organisation, Role role) {

    /** Throws {@link Problem} (forbidden) unless the role allows this. */
    public void require(Permission permission) {
        if (!role.may(permission)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "not-allowed",
                    "This is not for your role",
                    "The role '" + role.column()
                            + "' does not include this. An owner of the organisation can change it.");
        }
    }
}
