package com.qliento.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in an organisation; decides what they may do there. */
public enum Role {
    /** Everything. */
    OWNER(EnumSet.allOf(Permission.class)),
    /** Makes flows and tables. */
    BUILDER(EnumSet.of(
            Permission.LOOK_ON,
            Permission.BUILD,
            Permission.PUBLISH,
            Permission.SEE_CONVERSATIONS,
            Permission.START_FLOWS,
            Permission.SETTLE_MESSAGES,
            Permission.RECORD_CONSENT)),
    /** Answers customers. */
    AGENT(EnumSet.of(
            Permission.LOOK_ON,
            Permission.SEE_CONVERSATIONS,
            Permission.START_FLOWS,
            Permission.SETTLE_MESSAGES,
            Permission.RECORD_CONSENT)),
    /** Works requests of data subjects. */
    COMPLIANCE(EnumSet.of(
            Permission.LOOK_ON,
            Permission.SEE_CONVERSATIONS,
            Permission.SEE_AUDIT,
            Permission.WORK_CASES,
            Permission.RECORD_CONSENT)),
    /** Looks on, and reads no customer's words. */
    VIEWER(EnumSet.of(Permission.LOOK_ON));

    @SuppressWarnings("ImmutableEnumChecker") // a Set.copyOf
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    /** Whether this role allows it. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
