package com.qliento.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the client the addresses it may connect to, and it connects to no others: between this check and the connection the
 * name is not asked for again.
 */
final class CheckedAddresses implements DnsResolver {

    /** All addresses of a name are such as no request is sent to. */
    static final class NonePublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;
    }

    private static final InetAddress[] NONE = {};

    private final Network network;

    CheckedAddresses(Network network) {
        this.network = network;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var all = network.addresses(host);
        var may = Stream.of(all).filter(network::has).toList();
        if (may.isEmpty() && all.length > 0) {
            throw new NonePublic();
        }
        return may.toArray(NONE);
    }

    /** Asked for by nothing that is used here. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
