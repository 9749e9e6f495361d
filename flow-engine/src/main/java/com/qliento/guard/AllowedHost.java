package com.qliento.guard;

import java.util.Locale;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jspecify.annotations.Nullable;

/**
 * A host that requests may go to: {@code host}, or {@code *.host} for all below it but not itself. Without a port those of
 * the web (80 and 443) are meant, with one that alone.
 *
 * @param host in lower case, of ASCII, without brackets
 * @param below whether what is below it is meant
 */
public record AllowedHost(
        String host, boolean below, @Nullable Integer port) {

    private static final String BELOW = "*.";

    /** Under what names are given to strangers, such as co.uk: below these is no one's host. Read when first asked for. */
    private static final class Suffixes {
        static final PublicSuffixMatcher PUBLIC = PublicSuffixMatcherLoader.getDefault();
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code *.host}, or the host out of a whole address. Throws {@link RefusedAddress}
     * when it is no host of the public network, or everybody's.
     */
    public static AllowedHost read(String written) throws RefusedAddress {
        var text = written.strip();
        if (text.contains("://")) {
            var address = WebAddress.read(text);
            return of(address);
        }
        boolean below = text.startsWith(BELOW);
        var host = below ? text.substring(BELOW.length()) : text;
        if (host.contains("/") || host.contains("?") || host.contains("#")) {
            throw new RefusedAddress(AddressRefusal.HOST_FORM);
        }
        var address = WebAddress.read("https://" + host);
        boolean named = address.literal() == null;
        if (below && (!named || Suffixes.PUBLIC.getDomainRoot(address.host()) == null)) {
            throw new RefusedAddress(AddressRefusal.HOST_FORM);
        }
        return new AllowedHost(forbidden(address).host(), below, portOf(address));
    }

    /** What has to be allowed for a request to this address; throws {@link RefusedAddress} where nothing may be. */
    public static AllowedHost of(WebAddress address) throws RefusedAddress {
        return new AllowedHost(forbidden(address).host(), false, portOf(address));
    }

    private static WebAddress forbidden(WebAddress address) throws RefusedAddress {
        if (!address.mayBePublic()) {
            throw new RefusedAddress(AddressRefusal.FORBIDDEN_ADDRESS);
        }
        return address;
    }

    private static @Nullable Integer portOf(WebAddress address) {
        return address.hasUsualPort() ? null : address.port();
    }

    /** Whether a request to this address may be made. */
    public boolean covers(WebAddress address) {
        boolean sameHost =
                below ? address.host().endsWith("." + host) : address.host().equals(host);
        return sameHost && (port == null ? address.hasUsualPort() : port == address.port());
    }

    /** As {@link #read} reads it. */
    @Override
    public String toString() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return ((below ? BELOW : "") + name + (port == null ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
