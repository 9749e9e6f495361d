package com.qliento.key;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.ApiKey;
import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.KeyScope;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keys by which programs of an organisation call. Each throws {@link Problem}: forbidden to whose role does not allow it. */
@Component
public class ProgramKeys {

    /** An organisation has so many at most. */
    public static final int MOST = 50;

    private static final ProblemType FULL =
            new ProblemType(ProblemKind.NO_ROOM, "too-many-keys", "There is no room for another API key");
    private static final int LONGEST_NAME = 100;

    private final ApiKeys keys;
    private final Audit audit;
    private final OrganisationScope scope;

    ProgramKeys(ApiKeys keys, Audit audit, OrganisationScope scope) {
        this.keys = keys;
        this.audit = audit;
        this.scope = scope;
    }

    /** What is known of them, the newest first. */
    public List<ApiKey> all(Actor actor) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        return keys.all(actor.organisation());
    }

    /** Makes a key, whose text is shown this once. Throws {@link Problem} for no name, no scope, and one key too many. */
    public ApiKeys.Created make(Actor actor, String name, Set<KeyScope> scopes) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var kept = KeptText.of(name).strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A key has a name of 1 to " + LONGEST_NAME + " characters: who uses it.")
                    .with("most", LONGEST_NAME);
        }
        if (scopes.isEmpty()) {
            throw Problem.invalid("scopes", "Say what the key may do: read, write, start or admin, one at least.");
        }
        if (keys.all(actor.organisation()).size() >= MOST) {
            throw FULL.because("Your organisation has " + MOST + " API keys, which is the most. Revoke one first.")
                    .with("most", MOST);
        }
        return scope.in(actor.organisation(), () -> {
            var made = keys.create(actor.organisation(), kept, scopes, actor.name());
            audit.note(actor.did(AuditAction.KEY_MADE, made.facts().id().toString())
                    .with("name", kept)
                    .with("scopes", scopes.stream().map(KeyScope::word).sorted().toList()));
            return made;
        });
    }

    /** Refuses the key from now on. */
    public void revoke(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        audit.run(actor.did(AuditAction.KEY_REVOKED, id.toString()), () -> {
            if (!keys.revoke(actor.organisation(), id)) {
                throw Problem.notFound("key", id);
            }
        });
    }
}
