package com.qliento.account;

import com.qliento.organisation.Caller;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * Somebody who does something for an organisation: a person, or a program with an API key.
 *
 * @param name stands in records: a person's account id, never their name or e-mail; for a program its key's name
 */
public record Actor(String name, OrganisationId organisation, Role role) {

    /** Somebody who signed in, and works for this organisation now. */
    public static Actor person(AccountId account, OrganisationId organisation, Role role) {
        return new Actor(account.toString(), organisation, role);
    }

    /** A program: whoever holds an API key of an organisation may do all there. */
    public static Actor program(Caller caller) {
        return new Actor(caller.keyName(), caller.organisation(), Role.OWNER);
    }

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
