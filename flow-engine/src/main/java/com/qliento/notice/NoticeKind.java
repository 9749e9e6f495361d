package com.qliento.notice;

import com.qliento.account.Permission;
import java.time.Duration;
import java.util.Locale;

/** What people are told about by mail. */
public enum NoticeKind {
    /** Messages wait for a person, both ways. */
    MESSAGES_WAIT(Permission.SETTLE_MESSAGES, Duration.ofMinutes(10)),
    /** Messages to customers were tried, and could not be sent for ten minutes. */
    SENDING_FAILS(Permission.MANAGE_CONNECTIONS, Duration.ZERO),
    /** Flows do not get through to a system that they ask. */
    CALLS_FAIL(Permission.BUILD, Duration.ofMinutes(10)),
    /** An endpoint was switched off, since it took nothing for days. */
    WEBHOOK_OFF(Permission.MANAGE_CONNECTIONS, Duration.ofMinutes(10)),
    /** What somebody asked for is put together; only they are told, at once. */
    EXPORT_READY(Permission.WORK_CASES, Duration.ZERO);

    private final Permission needed;
    private final Duration lasts;

    NoticeKind(Permission needed, Duration lasts) {
        this.needed = needed;
        this.lasts = lasts;
    }

    /** What a role must allow for whoever has it to do something about this; others are not told. */
    public Permission needed() {
        return needed;
    }

    /** How long it is seen before people are told: much is over by itself, or mended by somebody who saw it on Home. */
    Duration lasts() {
        return lasts;
    }

    /** As it is stored. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NoticeKind of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
