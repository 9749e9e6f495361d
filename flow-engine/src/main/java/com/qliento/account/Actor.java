package com.qliento.account;

import com.qliento.organisation.Caller;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does something for an organisation: a person, or a program with an API key.
 *
 * @param name stands in records: a person's account id, never their name or e-mail; for a program its key's name
 * @param role when they came; what they may do is asked of what is stored, at each act
 * @param rights who knows what is stored; null for somebody whose role stays
 */
public record Actor(
        String name,
        OrganisationId organisation,
        Role role,
        @Nullable Rights rights) {

    private static final ProblemType NOT_ALLOWED =
            new ProblemType(ProblemKind.FORBIDDEN, "not-allowed", "This is not for your role");
    private static final ProblemType NOT_A_MEMBER =
            new ProblemType(ProblemKind.FORBIDDEN, "not-a-member", "You do not work for this organisation any more");

    /** Somebody whose role stays what it is: nobody with an account, whose role others may change. */
    public Actor(String name, OrganisationId organisation, Role role) {
        this(name, organisation, role, null);
    }

    /** Somebody with this role, whatever is stored. People who signed in are {@link Accounts#actor}. */
    public static Actor person(AccountId account, OrganisationId organisation, Role role) {
        return new Actor(account.toString(), organisation, role);
    }

    /** A program: whoever holds an API key of an organisation may do all there. */
    public static Actor program(Caller caller) {
        return new Actor(caller.keyName(), caller.organisation(), Role.OWNER);
    }

    /** Whether they may do this now, by the role that is stored for them at this moment. */
    public boolean may(Permission permission) {
        return roleNow().filter(now -> now.may(permission)).isPresent();
    }

    private Optional<Role> roleNow() {
        return rights == null ? Optional.of(role) : rights.now(new AccountId(UUID.fromString(name)), organisation);
    }

    /** Throws {@link Problem} (forbidden) unless they may do this now, by the role that is stored for them at this moment. */
    public void require(Permission permission) {
        var now = roleNow().orElseThrow(Actor::gone);
        if (!now.may(permission)) {
            throw NOT_ALLOWED.because("The role '" + now.column()
                    + "' does not include this. An owner of the organisation can change it.");
        }
    }

    private static Problem gone() {
        return NOT_A_MEMBER.because(
                "Your account was taken out of the organisation. An owner of it can add you again.");
    }

    @Override
    public String toString() {
        return "Actor[" + name + ", " + organisation + ", " + role + "]";
    }
}
