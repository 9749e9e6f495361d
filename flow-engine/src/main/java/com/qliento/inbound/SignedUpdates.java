package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.MalformedWebhook;
import com.qliento.connector.whatsapp.Signature;
import com.qliento.connector.whatsapp.Update;
import com.qliento.connector.whatsapp.WebhookBody;
import com.qliento.inbound.Intake.Delivery;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who signed a body and what of it they may speak for: an app secret vouches only for the numbers of its own
 * app, whatever else the body names.
 */
@Component
class SignedUpdates {

    private final Channels channels;

    SignedUpdates(Channels channels) {
        this.channels = channels;
    }

    /**
     * The updates by the channel they are for, in their order; empty when no channel's secret made the signature. What
     * is about a number that the signer has not connected is kept under the signer, not handled.
     *
     * @throws MalformedWebhook when the signature is right but the body is no webhook
     */
    List<Delivery> of(byte[] body, @Nullable String signature) throws MalformedWebhook {
        List<Update> updates;
        try {
            updates = WebhookBody.parse(body);
        } catch (MalformedWebhook malformed) {
            if (signer(channels.oneOfEach(), body, signature) != null) {
                throw malformed;
            }
            return List.of();
        }
        var checked = new HashMap<ByteBuffer, Boolean>();
        var known = new LinkedHashMap<Channel, List<Update>>();
        var unknown = new ArrayList<Update>();
        for (var update : updates) {
            var channel = channelOf(update, body, signature, checked);
            if (channel == null) {
                unknown.add(update);
            } else {
                known.computeIfAbsent(channel, key -> new ArrayList<>()).add(update);
            }
        }
        var result = new ArrayList<Delivery>();
        known.forEach((channel, some) -> result.add(new Delivery(channel, some, true)));
        if (!unknown.isEmpty() || updates.isEmpty()) {
            var signer = known.isEmpty()
                    ? signer(channels.oneOfEach(), body, signature)
                    : known.keySet().iterator().next();
            if (signer != null) {
                result.add(new Delivery(signer, unknown, false));
            }
        }
        return result;
    }

    private @Nullable Channel channelOf(
            Update update, byte[] body, @Nullable String signature, Map<ByteBuffer, Boolean> checked) {
        var number = update.phoneNumberId();
        var account = update.accountId();
        List<Channel> candidates = number != null
                ? channels.withNumber(number).map(List::of).orElse(List.of())
                : account != null ? channels.ofAccount(account) : List.of();
        for (var candidate : candidates) {
            if (checked.computeIfAbsent(
                    ByteBuffer.wrap(candidate.appSecret()),
                    secret -> Signature.matches(body, signature, candidate.appSecret()))) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable Channel signer(List<Channel> candidates, byte[] body, @Nullable String signature) {
        return candidates.stream()
                .filter(channel -> Signature.matches(body, signature, channel.appSecret()))
                .findFirst()
                .orElse(null);
    }
}
