package com.qliento.notice;

import com.qliento.account.Permission;
import java.util.Locale;

/** What people are told about by mail. */
public enum NoticeKind {
    /** Messages wait for a person, both ways. */
    MESSAGES_WAIT(Permission.SETTLE_MESSAGES),
    /** Messages to customers were tried, and can't be sent for long. */
    SENDING_FAILS(Permission.MANAGE_CONNECTIONS),
    /** Flows do not get through to a system that they ask. */
    CALLS_FAIL(Permission.BUILD),
    /** An endpoint was switched off, since it took nothing for days. */
    WEBHOOK_OFF(Permission.MANAGE_CONNECTIONS);

    private final Permission needed;

    NoticeKind(Permission needed) {
        this.needed = needed;
    }

    /** What a role must allow for whoever has it to do something about this; others are not told. */
    public Permission needed() {
        return needed;
    }

    /** As it is stored. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NoticeKind of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
