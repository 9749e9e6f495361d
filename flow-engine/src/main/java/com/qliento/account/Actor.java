package com.qliento.account;

import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.Deed;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does something for an organisation: a person, or a program with an API key.
 *
 * @param name stands in records: a person's account id, never their name or e-mail; for a program its key's name
 * @param role when they came; what they may do is asked of what is stored, at each act
 * @param rights who knows what is stored; null for somebody whose role stays
 * @param scopes what a program's key may do; null for people
 */
public record Actor(
        String name,
        OrganisationId organisation,
        Role role,
        @Nullable Rights rights,
        @Nullable Set<KeyScope> scopes) {

    private static final ProblemType NOT_ALLOWED =
            new ProblemType(ProblemKind.FORBIDDEN, "not-allowed", "This is not for your role");
    private static final ProblemType NOT_A_MEMBER =
            new ProblemType(ProblemKind.FORBIDDEN, "not-a-member", "You do not work for this organisation any more");

    /** Somebody whose role stays what it is: nobody with an account, whose role others may change. */
    public Actor(String name, OrganisationId organisation, Role role) {
        this(name, organisation, role, null, null);
    }

    /** Somebody whose role is asked of what is stored, at each act. */
    Actor(String name, OrganisationId organisation, Role role, Rights rights) {
        this(name, organisation, role, rights, null);
    }

    /** Somebody with this role, whatever is stored. People who signed in are {@link Accounts#actor}. */
    public static Actor person(AccountId account, OrganisationId organisation, Role role) {
        return new Actor(account.toString(), organisation, role);
    }

    /** A program: whoever holds an API key of an organisation may do there what the key's scopes say. */
    public static Actor program(Caller caller) {
        return new Actor(caller.keyName(), caller.organisation(), Role.OWNER, null, caller.scopes());
    }

    /** Whether they may do this now, by the role that is stored for them at this moment. */
    public boolean may(Permission permission) {
        return (scopes == null || needed(permission).isIn(scopes))
                && roleNow().filter(now -> now.may(permission)).isPresent();
    }

    /** That they do this, to note it in the audit. */
    public Deed did(AuditAction action, String about) {
        return new Deed(organisation, auditActor(), action, about);
    }

    private AuditActor auditActor() {
        if (scopes != null) {
            return AuditActor.key(name);
        }
        return AccountId.isOne(name) ? AuditActor.account(name) : AuditActor.PLATFORM;
    }

    private static KeyScope needed(Permission permission) {
        return switch (permission) {
            case LOOK_ON, SEE_CONVERSATIONS -> KeyScope.READ;
            case BUILD, PUBLISH, SETTLE_MESSAGES, RECORD_CONSENT -> KeyScope.WRITE;
            case START_FLOWS -> KeyScope.START;
            case MANAGE_CONNECTIONS, TIGHTEN_POLICIES, SEE_AUDIT, WORK_CASES, MANAGE_PEOPLE -> KeyScope.ADMIN;
        };
    }

    private Optional<Role> roleNow() {
        return rights == null ? Optional.of(role) : rights.now(new AccountId(UUID.fromString(name)), organisation);
    }

    /** Throws {@link Problem} (forbidden) unless they may do this now, by the role that is stored for them at this moment. */
    public void require(Permission permission) {
        if (scopes != null && !needed(permission).isIn(scopes)) {
            throw Caller.missing(needed(permission));
        }
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
