package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Signature;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose secret made the signature of one body. Each secret is tried once, and until one is found no more than 64 MB are
 * hashed: twenty secrets on the largest body, tens of thousands on a usual one.
 */
final class Signers {

    private static final long MOST_HASHED = 64L * 1024 * 1024;

    private final RawBody body;
    private final @Nullable String signature;
    private final Map<ByteBuffer, Boolean> tried = new HashMap<>();
    private long hashed;
    private boolean found;

    Signers(RawBody body, @Nullable String signature) {
        this.body = body;
        this.signature = signature;
    }

    /** Whether the channel's secret made it. */
    boolean made(Channel channel) {
        var secret = ByteBuffer.wrap(channel.appSecret());
        var known = tried.get(secret);
        if (known != null) {
            return known;
        }
        if (!found && hashed + body.length() > MOST_HASHED) {
            return false;
        }
        hashed += body.length();
        boolean matches = Signature.matches(body, signature, channel.appSecret());
        tried.put(secret, matches);
        found |= matches;
        return matches;
    }

    /** The first of these whose secret made it. */
    @Nullable
    Channel among(List<Channel> channels) {
        return channels.stream().filter(this::made).findFirst().orElse(null);
    }
}
