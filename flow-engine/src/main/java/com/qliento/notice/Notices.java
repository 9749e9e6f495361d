package com.qliento.notice;

import com.qliento.account.AccountId;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationScope;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which mail about trouble somebody wants from the organisation they work for: all of what is theirs, until they say not. */
@Component
public class Notices {

    private final NoticeStore store;
    private final OrganisationScope scope;

    Notices(NoticeStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** What this person could be told about by their role, and whether they want it; in the order of {@link NoticeKind}. */
    public Map<NoticeKind, Boolean> of(Actor actor) {
        actor.require(Permission.LOOK_ON);
        var unwanted = scope.in(actor.organisation(), () -> store.unwanted(actor.organisation(), account(actor)));
        var wishes = new EnumMap<NoticeKind, Boolean>(NoticeKind.class);
        Arrays.stream(NoticeKind.values())
                .filter(kind -> actor.may(kind.needed()))
                .forEach(kind -> wishes.put(kind, !unwanted.contains(kind)));
        return wishes;
    }

    /** They want it from now on, or not. Throws {@link com.qliento.problem.Problem} when it is not theirs to hear. */
    public void wish(Actor actor, NoticeKind kind, boolean wanted) {
        actor.require(kind.needed());
        scope.run(actor.organisation(), () -> {
            if (wanted) {
                store.want(actor.organisation(), account(actor), kind);
            } else {
                store.refuse(actor.organisation(), account(actor), kind);
            }
        });
    }

    private static AccountId account(Actor person) {
        return new AccountId(UUID.fromString(person.name()));
    }
}
