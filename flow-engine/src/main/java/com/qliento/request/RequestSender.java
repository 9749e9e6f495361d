package com.qliento.request;

import com.qliento.guard.Exchange;
import com.qliento.guard.GuardedClient;
import com.qliento.guard.HttpReply;
import com.qliento.guard.RefusedAddress;
import com.qliento.guard.WebAddress;
import com.qliento.host.AllowedHosts;
import com.qliento.organisation.OrganisationId;
import com.qliento.secret.Secrets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Sends a request by the guard, to hosts that are allowed. Secrets are put in here, and what comes out of it goes to the
 * server and nowhere else.
 */
@Component
final class RequestSender {

    private final GuardedClient client;
    private final AllowedHosts hosts;
    private final RequestFilling filling;

    RequestSender(GuardedClient client, AllowedHosts hosts, Secrets secrets) {
        this.client = client;
        this.hosts = hosts;
        this.filling = new RequestFilling(secrets);
    }

    /**
     * Sends it once; the future never fails and ends the request when it is cancelled. May ask the database before.
     *
     * @param key by which a server knows a request that comes twice
     * @throws com.qliento.vault.Unreadable when a secret can't be opened any more
     */
    CompletableFuture<HttpReply> send(OrganisationId organisation, UUID key, WrittenRequest request, Duration limit)
            throws RefusedAddress, RequestFilling.NoSecret {
        var address = address(organisation, request);
        var body = filling.body(organisation, request);
        return client.send(new Exchange(
                request.method(),
                address,
                filling.fields(organisation, request, body, key.toString()),
                body,
                request.body() != null && !request.body().text().names().isEmpty(),
                to -> hosts.cover(organisation, to),
                true,
                limit));
    }

    private WebAddress address(OrganisationId organisation, WrittenRequest request)
            throws RefusedAddress, RequestFilling.NoSecret {
        var written = filling.text(organisation, request.address(), Place.ADDRESS);
        return WebAddress.isAtHome(written) ? WebAddress.atHome(written) : WebAddress.read(written);
    }
}
