package com.qliento.trigger;

import com.qliento.organisation.OrganisationId;
import com.qliento.secret.SecretUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The secrets by which callers of triggers prove themselves. */
@Component
class SecretsOfTriggers implements SecretUse {

    private final TriggerStore store;

    SecretsOfTriggers(TriggerStore store) {
        this.store = store;
    }

    @Override
    public Map<String, List<Used>> of(OrganisationId organisation) {
        var used = new TreeMap<String, List<Used>>();
        for (var trigger : store.all()) {
            var secret = trigger.proof().secret();
            if (secret != null) {
                used.computeIfAbsent(secret, none -> new ArrayList<>())
                        .add(new Used("trigger", trigger.id().toString(), trigger.name(), trigger.enabled()));
            }
        }
        return used;
    }
}
