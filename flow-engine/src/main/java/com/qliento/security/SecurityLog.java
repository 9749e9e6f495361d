package com.qliento.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Events that concern security, in the log {@code com.qliento.security}: a name and fields, in the text and as
 * key-value pairs of a structured log. Accounts and organisations are told by their ids, never by a name, an e-mail or
 * an address. What strangers can cause is bounded: ten a minute of each kind, and the next tells how many were left out.
 */
public final class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("com.qliento.security");
    private static final SecurityLog SHARED = new SecurityLog(System::nanoTime);
    private static final int LONGEST_VALUE = 200;

    private final Map<String, Quota> quotas = new LinkedHashMap<>();
    private final LongSupplier nanos;

    SecurityLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Somebody has signed in to the screens. */
    public static void signedIn(Object account) {
        tell(Level.INFO, "signed-in", fields("account", account));
    }

    /** Somebody was not let in to the screens; the reason is one of ours, such as {@code wrong-password}. */
    public static void signInRefused(String reason) {
        SHARED.bounded("sign-in-refused", fields("reason", reason));
    }

    /** A request to the REST interface came without a key, or with one that opens nothing. */
    public static void keyRefused(String reason) {
        SHARED.bounded("api-key-refused", fields("reason", reason));
    }

    /** A delivery was not signed by anybody we know. */
    public static void signatureRefused(String door) {
        SHARED.bounded("signature-refused", fields("door", door));
    }

    /** An account's role in an organisation is another now. */
    public static void roleChanged(Object organisation, Object account, Object role) {
        var fields = fields("organisation", organisation);
        fields.put("account", account);
        fields.put("role", role);
        tell(Level.INFO, "role-changed", fields);
    }

    /**
     * A flow or a decision went live.
     *
     * @param by an account's id, or the name of an API key
     */
    public static void published(String kind, Object organisation, String key, int version, String by) {
        var fields = fields("kind", kind);
        fields.put("organisation", organisation);
        fields.put("key", key);
        fields.put("version", version);
        fields.put("by", by);
        tell(Level.INFO, "published", fields);
    }

    /** Tells it unless there were ten of this kind within the last minute. */
    synchronized void bounded(String event, Map<String, Object> fields) {
        long left = quotas.computeIfAbsent(event, unknown -> new Quota(nanos)).take();
        if (left < 0) {
            return;
        }
        if (left > 0) {
            fields.put("leftOut", left);
        }
        tell(Level.WARN, event, fields);
    }

    /** Forgets what was told lately. */
    static void startAnew() {
        synchronized (SHARED) {
            SHARED.quotas.clear();
        }
    }

    static Map<String, Object> fields(String name, Object value) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(name, value);
        return fields;
    }

    private static void tell(Level level, String event, Map<String, Object> fields) {
        var text = new StringBuilder(event);
        var line = LOG.atLevel(level).addKeyValue("event", event);
        for (var field : fields.entrySet()) {
            var value = onOneLine(String.valueOf(field.getValue()));
            text.append(' ').append(field.getKey()).append('=').append(value);
            line = line.addKeyValue(field.getKey(), value);
        }
        line.log(text.toString());
    }

    /** A name that somebody chose must not look like another event. */
    private static String onOneLine(String value) {
        var clean = value.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
        return clean.length() > LONGEST_VALUE ? clean.substring(0, LONGEST_VALUE) : clean;
    }
}
