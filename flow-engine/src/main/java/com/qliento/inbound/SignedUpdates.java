package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.PhoneNumberIds;
import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Update;
import com.qliento.connector.whatsapp.webhook.WebhookBody;
import com.qliento.door.BytesInFlight;
import com.qliento.inbound.Intake.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who signed a body and what of it they may speak for: an app secret vouches only for the numbers of its own
 * app, whatever else the body names. A body is taken apart only when somebody we know has signed it; until then nothing
 * is built of it, large ones wait for each other, and the work on one is bounded.
 */
@Component
class SignedUpdates {

    private final Channels channels;
    private final Semaphore large =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    SignedUpdates(Channels channels) {
        this.channels = channels;
    }

    /** Who signed the body; null when no channel's secret made the signature. */
    @Nullable
    Proof proof(RawBody body, @Nullable String signature) {
        var signers = new Signers(body, signature);
        var first = proven(signers, body);
        return first == null ? null : new Proof(body, signers, first);
    }

    /** A body that somebody we know has signed. */
    final class Proof {

        private final RawBody body;
        private final Signers signers;
        private final Channel first;

        private Proof(RawBody body, Signers signers, Channel first) {
            this.body = body;
            this.signers = signers;
            this.first = first;
        }

        /**
         * The updates by the channel they are for, in their order. What is about a number that the signer has not
         * connected is kept under the signer, not handled.
         *
         * @throws MalformedWebhook when the body is no webhook
         */
        List<Delivery> deliveries() throws MalformedWebhook {
            return SignedUpdates.this.deliveries(WebhookBody.parse(body.bytes()), signers, first);
        }
    }

    private @Nullable Channel proven(Signers signers, RawBody body) {
        if (body.length() <= BytesInFlight.SMALL) {
            return signer(signers, body);
        }
        large.acquireUninterruptibly();
        try {
            return signer(signers, body);
        } finally {
            large.release();
        }
    }

    private @Nullable Channel signer(Signers signers, RawBody body) {
        try {
            var ids = PhoneNumberIds.of(body);
            if (ids.phoneNumberIds().size() == 1) {
                var named = channels.withNumber(ids.phoneNumberIds().iterator().next());
                if (named.isPresent() && signers.made(named.get())) {
                    return named.get();
                }
            }
            var signer = signers.among(channels.named(ids.phoneNumberIds(), ids.accountIds()));
            return signer != null ? signer : signers.among(channels.oneOfEach());
        } catch (MalformedWebhook unreadable) {
            return signers.among(channels.oneOfEach());
        }
    }

    private List<Delivery> deliveries(List<Update> updates, Signers signers, Channel first) {
        var known = new LinkedHashMap<Channel, List<Update>>();
        var unknown = new ArrayList<Update>();
        for (var update : updates) {
            var channel = channelOf(update, signers);
            if (channel == null) {
                unknown.add(update);
            } else {
                known.computeIfAbsent(channel, key -> new ArrayList<>()).add(update);
            }
        }
        var result = new ArrayList<Delivery>();
        known.forEach((channel, some) -> result.add(new Delivery(channel, some, true)));
        if (!unknown.isEmpty() || updates.isEmpty()) {
            var signer = known.isEmpty() ? first : known.keySet().iterator().next();
            result.add(new Delivery(signer, unknown, false));
        }
        return result;
    }

    private @Nullable Channel channelOf(Update update, Signers signers) {
        var number = update.phoneNumberId();
        var account = update.accountId();
        List<Channel> candidates = number != null
                ? channels.withNumber(number).map(List::of).orElse(List.of())
                : account != null ? channels.ofAccount(account) : List.of();
        for (var candidate : candidates) {
            if (signers.made(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
