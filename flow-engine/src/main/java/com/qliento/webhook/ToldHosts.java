package com.qliento.webhook;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.register.StandingRecipients;
import com.qliento.vault.spi.PersonalRecipient;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The servers of endpoints that are told what happens. */
@Component
class ToldHosts implements StandingRecipients {

    private final EndpointStore store;
    private final OrganisationScope scope;

    ToldHosts(EndpointStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @Override
    public PersonalRecipient.Kind kind() {
        return PersonalRecipient.Kind.ENDPOINT;
    }

    @Override
    public Set<String> names(OrganisationId organisation) {
        return scope.in(organisation, () -> store.all(organisation)).stream()
                .filter(WebhookEndpoint::enabled)
                .map(endpoint -> URI.create(endpoint.address()).getHost())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
