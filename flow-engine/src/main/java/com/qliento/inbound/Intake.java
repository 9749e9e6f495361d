package com.qliento.inbound;

import com.qliento.channel.Channel;
import com.qliento.connector.whatsapp.webhook.MalformedWebhook;
import com.qliento.connector.whatsapp.webhook.RawBody;
import com.qliento.connector.whatsapp.webhook.Update;
import com.qliento.database.GroupCommit;
import com.qliento.problem.Redacted;
import com.qliento.security.SecurityLog;
import com.qliento.vault.KeysUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
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
    private final GroupCommit<Delivery> writer;
    private final Counter wrongSignatures;

    Intake(SignedUpdates signed, IntakeWriter writer, MeterRegistry metrics) {
        this.signed = signed;
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
     * @throws NotStored when the database is away; part of it may be stored, and is recognised when it comes again
     */
    boolean take(RawBody body, @Nullable String signature) throws MalformedWebhook {
        try {
            var deliveries = signed.of(body, signature);
            if (deliveries.isEmpty()) {
                countWrongSignature();
                SecurityLog.signatureRefused("whatsapp");
                return false;
            }
            var stored = new ArrayList<CompletableFuture<Void>>();
            deliveries.forEach(delivery -> stored.add(writer.write(delivery)));
            stored.forEach(CompletableFuture::join);
            return true;
        } catch (CompletionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            LOG.error("A webhook could not be stored; its sender is asked to deliver it again", Redacted.of(cause));
            throw new NotStored(cause);
        } catch (DataAccessException | TransactionException | KeysUnavailable away) {
            throw new NotStored(away);
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
