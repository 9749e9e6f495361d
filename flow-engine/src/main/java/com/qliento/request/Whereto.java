package com.qliento.request;

import com.qliento.guard.AddressRefusal;
import com.qliento.guard.RefusedAddress;
import com.qliento.guard.WebAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server of an address as its author wrote it: known before any value is put in, or the list of allowed hosts could not
 * be asked.
 *
 * @param address without path and query, or a path of this application
 */
record Whereto(WebAddress address) {

    private static final Pattern SERVER = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*://[^/?#{\\\\]*)(?:[/?#].*)?");
    private static final Pattern AT_HOME = Pattern.compile("(?s)(/[^?#{]*)(?:[?#].*)?");

    /** The server, when it can be told and may be asked at all. */
    static Optional<Whereto> of(String written) {
        try {
            return Optional.of(read(written));
        } catch (RefusedAddress refused) {
            return Optional.empty();
        }
    }

    /** Throws {@link RefusedAddress} when there is no server, or a value decides which. */
    static Whereto read(String written) throws RefusedAddress {
        var text = written.strip();
        if (WebAddress.isAtHome(text)) {
            var path = AT_HOME.matcher(text);
            return new Whereto(WebAddress.atHome(path.matches() ? path.group(1) : text));
        }
        var server = SERVER.matcher(text);
        return new Whereto(WebAddress.read(server.matches() ? server.group(1) : text));
    }

    /** Whether a value decides which server it is. */
    static boolean isOpen(String written) {
        var text = written.strip();
        int braces = text.indexOf("{{");
        int behind = text.indexOf("://");
        boolean known = SERVER.matcher(text).matches() || WebAddress.isAtHome(text);
        return braces >= 0 && !known && (behind < 0 || braces > behind || braces == 0);
    }

    /** Whether it may be asked, as far as its spelling tells. */
    boolean mayBeAsked() {
        return address.isHome() || address.mayBePublic();
    }

    /** Why not, else. */
    static String code(RefusedAddress refused) {
        return refused.refusal() == AddressRefusal.ADDRESS_FORM
                ? "address-form"
                : refused.refusal().code();
    }

    /** Whom a request goes to, as people name it. */
    String target() {
        return address.isHome() ? address.target() : address.server();
    }
}
