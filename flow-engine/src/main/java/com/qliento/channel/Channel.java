package com.qliento.channel;

import com.qliento.organisation.OrganisationId;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp number of an organisation, with its secrets opened. Lives in memory only; its text shows no secret.
 *
 * @param phoneNumberId Meta's id of the number: webhooks are routed and messages sent by it
 * @param accountId Meta's id of the WhatsApp business account (WABA); null when it is not known yet
 * @param displayNumber the number as people dial it, digits only
 * @param appSecret key of the webhooks' signature; several channels may share one Meta app and so one secret
 */
public record Channel(
        ChannelId id,
        OrganisationId organisation,
        String phoneNumberId,
        @Nullable String accountId,
        String displayNumber,
        byte[] appSecret,
        String accessToken) {

    /** Equal when all is, the secret byte by byte: what is grouped by channel stays together though it was read twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Channel channel
                && id.equals(channel.id)
                && organisation.equals(channel.organisation)
                && phoneNumberId.equals(channel.phoneNumberId)
                && Objects.equals(accountId, channel.accountId)
                && displayNumber.equals(channel.displayNumber)
                && MessageDigest.isEqual(appSecret, channel.appSecret)
                && accessToken.equals(channel.accessToken);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Channel[" + id + "]";
    }
}
