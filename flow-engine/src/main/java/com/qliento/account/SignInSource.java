package com.qliento.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a try to sign in comes from.
 *
 * @param address of the caller; null when it tells nothing, as for whoever is behind the same proxy
 * @param browser what {@link SignIn.Welcome} gave the same browser to keep; null for one that is not known
 */
public record SignInSource(
        @Nullable String address, @Nullable String browser) {

    private static final int NETWORK_BYTES = 8;

    /** Nothing is known of it: only the e-mail counts. */
    public static SignInSource unknown() {
        return new SignInSource(null, null);
    }

    /** The address as it counts: of IPv6 the network, since one caller has all of it; null as above, and for this machine. */
    @Nullable
    String network() {
        if (address == null) {
            return null;
        }
        try {
            var read = InetAddress.getByName(address);
            if (read.isLoopbackAddress()) {
                return null;
            }
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES))
                    : read.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return null;
        }
    }

    /** Shows neither. */
    @Override
    public String toString() {
        return "SignInSource";
    }
}
