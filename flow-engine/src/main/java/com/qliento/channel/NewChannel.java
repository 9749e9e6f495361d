package com.qliento.channel;

import org.jspecify.annotations.Nullable;

/** What it takes to connect a number. Holds secrets, so its text shows nothing. */
public record NewChannel(
        String phoneNumberId,
        @Nullable String accountId,
        String displayNumber,
        String appSecret,
        String verifyToken,
        String accessToken) {

    @Override
    public String toString() {
        return "NewChannel";
    }
}
