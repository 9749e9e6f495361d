package com.qliento.guard;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, read apart by rules of our own, so that what is checked is what is called: no other program looks
 * at the text again.
 *
 * @param secure whether by https
 * @param host in lower case, of ASCII, without brackets
 * @param port also where it is the usual one
 * @param target path and query, as they are sent
 */
public record WebAddress(boolean secure, String host, int port, String target) {

    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#]*)(?<target>[^#]*)(?:#.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::(?<port>[1-9][0-9]{0,4}))?");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]");
    private static final Pattern DOTS = Pattern.compile("(?:^|/)(?:\\.|%2[eE]){1,2}(?:/|$)");
    private static final String KEPT =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST = 8_000;
    private static final int GREATEST_PORT = 65_535;

    /** Reads an address; throws {@link RefusedAddress} when it can't be read, or could be read in more than one way. */
    public static WebAddress read(String written) throws RefusedAddress {
        var text = written.strip();
        var parts = PARTS.matcher(text);
        if (text.length() > LONGEST || CONTROL.matcher(text).find() || !parts.matches()) {
            throw new RefusedAddress(AddressRefusal.ADDRESS_FORM);
        }
        boolean secure = "https".equalsIgnoreCase(parts.group("scheme"));
        if (!secure && !"http".equalsIgnoreCase(parts.group("scheme"))) {
            throw new RefusedAddress(AddressRefusal.ADDRESS_FORM);
        }
        if (parts.group("authority").contains("@")) {
            throw new RefusedAddress(AddressRefusal.USER_INFO);
        }
        var authority = AUTHORITY.matcher(parts.group("authority"));
        if (!authority.matches()) {
            throw new RefusedAddress(AddressRefusal.HOST_FORM);
        }
        return new WebAddress(
                secure,
                HostName.read(authority.group("host")).text(),
                port(authority.group("port"), secure),
                target(parts.group("target")));
    }

    /** An address of {@link HomeService}: a path without a host. Throws {@link RefusedAddress} when it is no path. */
    public static WebAddress atHome(String written) throws RefusedAddress {
        var text = written.strip();
        if (text.length() > LONGEST || CONTROL.matcher(text).find() || !isAtHome(text)) {
            throw new RefusedAddress(AddressRefusal.ADDRESS_FORM);
        }
        return new WebAddress(false, "", 0, target(text.split("#", 2)[0]));
    }

    /** Whether it is written as one of {@link #atHome}. */
    public static boolean isAtHome(String written) {
        return written.startsWith("/") && !written.startsWith("//");
    }

    /** Whether it is one of {@link #atHome}, which leads nowhere else. */
    public boolean isHome() {
        return host.isEmpty();
    }

    private static int port(@Nullable String written, boolean secure) throws RefusedAddress {
        if (written == null) {
            return secure ? 443 : 80;
        }
        int port = Integer.parseInt(written);
        if (port > GREATEST_PORT) {
            throw new RefusedAddress(AddressRefusal.ADDRESS_FORM);
        }
        return port;
    }

    /** What has no place in a path or a query is percent-encoded; a way up would lead where nobody looked. */
    private static String target(String written) throws RefusedAddress {
        int query = written.indexOf('?');
        var path = query < 0 ? written : written.substring(0, query);
        if (DOTS.matcher(path).find()) {
            throw new RefusedAddress(AddressRefusal.ADDRESS_FORM);
        }
        return encoded(written.startsWith("/") ? written : "/" + written);
    }

    private static String encoded(String written) {
        var text = new StringBuilder();
        for (int i = 0; i < written.length(); ) {
            int character = written.codePointAt(i);
            int length = Character.charCount(character);
            if (KEPT.indexOf(character) >= 0 || isEncoded(written, i)) {
                text.appendCodePoint(character);
            } else {
                for (byte part : written.substring(i, i + length).getBytes(StandardCharsets.UTF_8)) {
                    text.append('%').append(HEX.toHexDigits(part));
                }
            }
            i += length;
        }
        return text.toString();
    }

    private static boolean isEncoded(String written, int at) {
        return written.charAt(at) == '%'
                && at + 2 < written.length()
                && Character.digit(written.charAt(at + 1), 16) >= 0
                && Character.digit(written.charAt(at + 2), 16) >= 0
                && written.charAt(at + 1) < 0x80
                && written.charAt(at + 2) < 0x80;
    }

    /** The address, when the host is one and no name. */
    @Nullable
    InetAddress literal() {
        try {
            return HostName.read(inAddress()).literal();
        } catch (RefusedAddress notRead) {
            return null;
        }
    }

    /** Whether a request may be sent to this host as far as its spelling tells: a name is only known when it is asked for. */
    public boolean mayBePublic() {
        var literal = literal();
        return literal == null || PublicAddresses.has(literal);
    }

    /** Whether the port is the usual one of the web, encrypted or not. */
    boolean hasUsualPort() {
        return port == 443 || port == 80;
    }

    /** Whether both are the same server: neither is told what is only for the other. */
    boolean sameServer(WebAddress other) {
        return secure == other.secure && host.equals(other.host) && port == other.port;
    }

    /** The host, with the port when that is not the usual one: how people know the server. */
    public String server() {
        return inAddress() + (hasUsualPort() ? "" : ":" + port);
    }

    /** Scheme and server, without path and query, which may hold what a customer wrote. */
    String origin() {
        return (secure ? "https://" : "http://") + inAddress() + ":" + port;
    }

    private String inAddress() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Without path and query. */
    @Override
    public String toString() {
        return origin();
    }
}
