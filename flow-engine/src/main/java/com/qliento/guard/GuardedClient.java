package com.qliento.guard;

import com.qliento.connector.http.HttpThreads;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes requests to addresses that strangers name. Nothing within this machine or its network is reached, whatever they
 * write and wherever they are sent on to; the one way home is that of {@link HomeService}.
 */
@Component
public final class GuardedClient {

    /** Bytes of an answer that are read, packed and unpacked. */
    public static final int READ = 256 * 1024;

    /** Names are looked up on these; one that nobody knows keeps a thread for seconds. */
    private static final int LOOK_UPS = 64;

    private final ExecutorService lookingUp = HttpThreads.daemons("request-name", LOOK_UPS);
    private final ExecutorService reading = HttpThreads.daemons("request-answer", 2);
    private final Network network;
    private final Home home;
    private @Nullable Transport transport;

    GuardedClient(Network network, Home home) {
        this.network = network;
        this.home = home;
    }

    /**
     * Makes a request once, following redirects where the exchange does. Never blocks, and the future never fails; cancelled, it ends the request.
     * A server may have got a request that came to nothing: {@link HttpReply.Nothing#sent} says so.
     */
    public CompletableFuture<HttpReply> send(Exchange exchange) {
        if (!exchange.address().isHome()) {
            return new Journey(transport(), network, reading).begin(exchange, false);
        }
        if (!home.has(exchange.address())) {
            return CompletableFuture.completedFuture(new HttpReply.Refused(AddressRefusal.ADDRESS_FORM));
        }
        return new Journey(home.transport(lookingUp), network, reading).begin(atHome(exchange), true);
    }

    /** Whether there is such a service of this application. */
    public boolean hasAtHome(WebAddress address) {
        return home.has(address);
    }

    /** Made when the first request goes out: many an application never makes one. */
    private synchronized Transport transport() {
        var made = transport;
        if (made == null) {
            made = new Transport(new CheckedAddresses(network), Transport.usualTls(), lookingUp);
            transport = made;
        }
        return made;
    }

    private Exchange atHome(Exchange exchange) {
        return new Exchange(
                exchange.method(),
                home.at(exchange.address()),
                exchange.fields(),
                exchange.body(),
                exchange.secretBody(),
                exchange.allowed(),
                exchange.follows(),
                exchange.limit());
    }

    @PreDestroy
    synchronized void close() {
        if (transport != null) {
            transport.close();
        }
        home.close();
        lookingUp.shutdownNow();
        reading.shutdownNow();
    }
}
