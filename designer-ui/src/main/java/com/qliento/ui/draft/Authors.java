package com.qliento.ui.draft;

import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import com.qliento.organisation.OrganisationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The names behind what records say of who did something. */
@Component
public class Authors {

    private final Accounts accounts;

    Authors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** For each of these the colleague's name; what is no colleague's account, such as an API key's name, stays. */
    public Map<String, String> names(OrganisationId organisation, Collection<String> recorded) {
        var ids = recorded.stream()
                .map(Authors::account)
                .flatMap(Optional::stream)
                .toList();
        var known = accounts.names(organisation, ids);
        var names = new HashMap<String, String>();
        recorded.forEach(by ->
                names.put(by, account(by).map(id -> known.getOrDefault(id, "?")).orElse(by)));
        return names;
    }

    private static Optional<AccountId> account(String recorded) {
        try {
            return Optional.of(new AccountId(UUID.fromString(recorded)));
        } catch (IllegalArgumentException program) {
            return Optional.empty();
        }
    }
}
