package com.qliento.audit;

import java.util.Locale;

/**
 * Who did something.
 *
 * @param id an account's id or a key's name, never a person's name or address; empty for the platform and for nobody known
 */
public record AuditActor(Kind kind, String id) {

    /** Qliento itself, as at a first start. */
    public static final AuditActor PLATFORM = new AuditActor(Kind.PLATFORM, "");

    /** Somebody who did not say who they are, or not rightly. */
    public static final AuditActor STRANGER = new AuditActor(Kind.STRANGER, "");

    /** What somebody is. */
    public enum Kind {
        ACCOUNT,
        KEY,
        PLATFORM,
        STRANGER;

        /** As it stands in the log. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A person who signed in. */
    public static AuditActor account(Object account) {
        return new AuditActor(Kind.ACCOUNT, account.toString());
    }

    /** A program with a key of this name. */
    public static AuditActor key(String name) {
        return new AuditActor(Kind.KEY, name);
    }
}
