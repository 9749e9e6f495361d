package com.qliento.channel;

import java.util.UUID;

/** Names one channel. */
public record ChannelId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
