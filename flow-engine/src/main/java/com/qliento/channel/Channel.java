package com.qliento.channel;

import com.qliento.organisation.OrganisationId;
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

    @Override
    public String toString() {
        return "Channel[" + id + "]";
    }
}
