package com.qliento.ui.audit;

import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import com.qliento.organisation.OrganisationId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The names of those who work for an organisation now. */
@Component
class Colleagues {

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** By the ids of their accounts, in the order of their names. */
    Map<String, String> of(OrganisationId organisation) {
        var ids = accounts.members(organisation).keySet();
        var names = new LinkedHashMap<String, String>();
        accounts.names(organisation, ids).entrySet().stream()
                .sorted(Map.Entry.<AccountId, String>comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> names.put(one.getKey().toString(), one.getValue()));
        return names;
    }
}
