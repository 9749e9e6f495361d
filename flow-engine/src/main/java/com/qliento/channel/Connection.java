package com.qliento.channel;

import org.jspecify.annotations.Nullable;

/** A number as it is shown: without its secrets. */
public record Connection(
        ChannelId id, String phoneNumberId, @Nullable String accountId, String displayNumber) {

    static Connection of(Channel channel) {
        return new Connection(channel.id(), channel.phoneNumberId(), channel.accountId(), channel.displayNumber());
    }
}
