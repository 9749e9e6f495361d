package com.qliento.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer sends a request on to, by RFC 9110: with its method and body where the answer says so, else as a GET
 * without them. Another server is not told what is secret.
 */
final class Redirect {

    private static final Set<Integer> SAME_REQUEST = Set.of(307, 308);
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");
    private static final Set<String> OF_A_BODY = Set.of(
            "content-type",
            "content-encoding",
            "content-language",
            "content-location",
            "content-md5",
            "digest",
            "content-digest",
            "repr-digest",
            "last-modified");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private Redirect() {}

    /** The request to be made next; null when the answer sends nowhere and so is one. */
    static @Nullable Exchange of(Exchange exchange, int status, @Nullable String location) throws RefusedAddress {
        if (!FOLLOWED.contains(status) || location == null || location.isBlank()) {
            return null;
        }
        var to = WebAddress.read(absolute(exchange.address(), location.strip()));
        boolean elsewhere = !to.sameServer(exchange.address());
        boolean same = SAME_REQUEST.contains(status) || keepsMethod(exchange.method(), status);
        boolean secretGoes = elsewhere && same && exchange.body() != null && exchange.secretBody();
        if (secretGoes || (exchange.address().secure() && !to.secure())) {
            throw new RefusedAddress(AddressRefusal.UNSAFE_REDIRECT);
        }
        return new Exchange(
                same ? exchange.method() : "GET",
                to,
                fields(exchange.fields(), same, elsewhere),
                same ? exchange.body() : null,
                same && exchange.secretBody(),
                exchange.allowed(),
                exchange.follows(),
                exchange.limit());
    }

    /** 303 asks for another thing; 301 and 302 make a GET of a POST only, as all do for historic reasons. */
    private static boolean keepsMethod(String method, int status) {
        return status == 303 ? method.equals("GET") || method.equals("HEAD") : !method.equals("POST");
    }

    private static List<Field> fields(List<Field> fields, boolean same, boolean elsewhere) {
        var kept = new ArrayList<Field>();
        for (var field : fields) {
            var name = field.name().toLowerCase(Locale.ROOT);
            boolean ofNoUse = !same && OF_A_BODY.contains(name);
            boolean secret = field.secret() || CREDENTIALS.contains(name);
            if (!ofNoUse && !(elsewhere && secret)) {
                kept.add(field);
            }
        }
        return kept;
    }

    /** By RFC 3986, of what there is in practice; what comes out is read like any other address. */
    private static String absolute(WebAddress from, String location) {
        if (ABSOLUTE.matcher(location).matches()) {
            return location;
        }
        if (location.startsWith("//")) {
            return (from.secure() ? "https:" : "http:") + location;
        }
        var path = from.target().split("\\?", 2)[0];
        if (location.startsWith("?")) {
            return from.origin() + path + location;
        }
        var merged = location.startsWith("/") ? location : path.substring(0, path.lastIndexOf('/') + 1) + location;
        return from.origin() + withoutDots(merged);
    }

    private static String withoutDots(String target) {
        var path = target.split("[?#]", 2)[0];
        var kept = new ArrayList<String>();
        var segments = List.of(path.split("/", -1));
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.equals("..") && kept.size() > 1) {
                kept.remove(kept.size() - 1);
            } else if (!segment.equals(".") && !segment.equals("..")) {
                kept.add(segment);
                continue;
            }
            if (last) {
                kept.add("");
            }
        }
        return String.join("/", kept) + target.substring(path.length());
    }
}
