package com.qliento.guard;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host in the one spelling that all programs read alike: a name of the public network in lower case, or an address as its
 * standard writes it. Other spellings are refused rather than guessed at.
 *
 * @param text without brackets
 * @param literal the address, when it is one
 */
record HostName(String text, @Nullable InetAddress literal) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern LITERAL_6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 253;

    /** Names that mean this machine or its network wherever they are asked. */
    private static final List<String> NEVER_PUBLIC =
            List.of("localhost", "localdomain", "local", "internal", "intranet", "lan", "home.arpa", "onion");

    /** Not the name: a customer's words may be in one that a redirect gave. */
    @Override
    public String toString() {
        return "HostName";
    }

    /** The host of an address; in brackets when it is an address of IPv6. */
    static HostName read(String written) throws RefusedAddress {
        if (written.startsWith("[")) {
            if (!written.endsWith("]")) {
                throw refused();
            }
            return sixth(written.substring(1, written.length() - 1));
        }
        var name = withoutLastDot(ascii(written));
        var labels = List.of(name.split("\\.", -1));
        if (name.length() > LONGEST
                || !labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
            throw refused();
        }
        var last = labels.get(labels.size() - 1);
        if (Character.isDigit(last.charAt(0))) {
            return fourth(name, labels);
        }
        if (NEVER_PUBLIC.stream().anyMatch(never -> name.equals(never) || name.endsWith("." + never))) {
            throw new RefusedAddress(AddressRefusal.FORBIDDEN_ADDRESS);
        }
        if (labels.size() == 1) {
            throw refused();
        }
        return new HostName(name, null);
    }

    private static String ascii(String written) throws RefusedAddress {
        try {
            return IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException noName) {
            throw refused();
        }
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Four numbers without leading zeros: what has fewer, or is octal or hexadecimal, some programs read and others look up. */
    private static HostName fourth(String name, List<String> labels) throws RefusedAddress {
        if (labels.size() != 4) {
            throw refused();
        }
        var bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            var label = labels.get(i);
            if (!BYTE.matcher(label).matches() || Integer.parseInt(label) > 255) {
                throw refused();
            }
            bytes[i] = (byte) Integer.parseInt(label);
        }
        return literal(name, bytes);
    }

    private static HostName literal(String name, byte[] bytes) throws RefusedAddress {
        try {
            return new HostName(name, InetAddress.getByAddress(bytes));
        } catch (UnknownHostException noAddress) {
            throw refused();
        }
    }

    /** Without a zone, which names an interface of this machine. */
    private static HostName sixth(String written) throws RefusedAddress {
        if (!LITERAL_6.matcher(written).matches()) {
            throw refused();
        }
        try {
            // Never looked up: what has a colon and is no address is refused before.
            var address = InetAddress.getByName(written);
            if (address instanceof Inet4Address) {
                throw new RefusedAddress(AddressRefusal.FORBIDDEN_ADDRESS);
            }
            return new HostName(address.getHostAddress(), address);
        } catch (UnknownHostException noAddress) {
            throw refused();
        }
    }

    private static RefusedAddress refused() {
        return new RefusedAddress(AddressRefusal.HOST_FORM);
    }
}
