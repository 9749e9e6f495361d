package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Update;
import com.qliento.database.GroupCommit;
import com.qliento.door.TreeRoom;
import com.qliento.problem.Outage;
import com.qliento.security.SecurityLog;
import com.qliento.vault.KeysUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes webhook bodies in. Bodies that arrive at about the same time share a transaction, and so its commit. */
@Component
class Intake implements DisposableBean {

    /**
     * What one body brings for one channel.
     *
     * @param ours whether it is about this channel's number or account; otherwise it is only kept
     */
    record Delivery(Channel channel, List<Update> updates, boolean ours) {}

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int AT_ONCE = 64;
    private static final Duration PACE = Duration.ofMillis(10);

    private final SignedUpdates signed;
    private final TreeRoom room;
    private final GroupCommit<Delivery> writer;
    private final Counter wrongSignatures;
    private final Outage outage =
            new Outage(LOG, "Webhooks can't be stored; their senders are asked to deliver them again");

    Intake(SignedUpdates signed, TreeRoom room, IntakeWriter writer, MeterRegistry metrics) {
        this.signed = signed;
        this.room = room;
        this.writer = new GroupCommit<>("intake", 2, AT_ONCE, PACE, writer::write);
        this.wrongSignatures = Counter.builder("qliento.webhook.wrong.signature")
                .description("webhooks that no channel's secret had signed")
                .register(metrics);
    }

    /**
     * Stores what the body brings; durable on return.
     *
     * @return false when nobody we know signed it; nothing is stored then
     * @throws MalformedWebhook when it is rightly signed but no webhook
     * @throws NotStored when the database is away, or too much is taken apart at once; part of it may be stored, and is recognised when it comes again
     */
    boolean take(RawBody body, @Nullable String signature) throws MalformedWebhook {
        try {
            var proof = signed.proof(body, signature);
            if (proof == null) {
                countWrongSignature();
                SecurityLog.signatureRefused("whatsapp");
                return false;
            }
            try (var taken = room.take(body.length())) {
                if (taken == null) {
                    throw new NotStored(null);
                }
                store(proof.deliveries());
            }
            outage.over();
            return true;
        } catch (DataAccessException | TransactionException | KeysUnavailable away) {
            outage.met(away);
            throw new NotStored(away);
        }
    }

    private void store(List<Delivery> deliveries) {
        try {
            var stored = deliveries.stream().map(writer::write).toList();
            stored.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            outage.met(cause);
            throw new NotStored(cause);
        }
    }

    /** One more that no channel's secret had signed. */
    void countWrongSignature() {
        wrongSignatures.increment();
    }

    @Override
    public void destroy() {
        writer.destroy();
    }
}
