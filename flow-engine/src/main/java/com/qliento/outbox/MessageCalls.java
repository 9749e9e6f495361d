package com.qliento.outbox;

import com.qliento.channel.Channel;
import com.qliento.connector.whatsapp.AccessToken;
import com.qliento.connector.whatsapp.CloudApi;
import com.qliento.connector.whatsapp.ErrorGroup;
import com.qliento.connector.whatsapp.GraphAnswer;
import com.qliento.connector.whatsapp.SendOutcome;
import com.qliento.database.TimeOrderedId;
import com.qliento.media.MediaUploads;
import com.qliento.media.MediaUploads.Uploaded;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** The calls a message needs: its own and, before it, the upload of a file that WhatsApp has not yet. */
@Component
class MessageCalls {

    private final CloudApi api;
    private final MediaUploads uploads;

    MessageCalls(CloudApi api, MediaUploads uploads) {
        this.api = api;
        this.uploads = uploads;
    }

    /** Sends a message once. An upload that failed leaves it unsent, with WhatsApp's reason as if for the message. */
    CompletableFuture<SendOutcome> send(Channel channel, Ready message) {
        var file = FileReference.in(message.json());
        return file == null
                ? call(channel, message.json())
                : uploads.of(channel, file).thenCompose(answer -> sendWith(channel, message, file, answer, true));
    }

    private CompletableFuture<SendOutcome> call(Channel channel, byte[] json) {
        return api.send(channel.phoneNumberId(), new AccessToken(channel.accessToken()), json);
    }

    private CompletableFuture<SendOutcome> sendWith(
            Channel channel, Ready message, UUID file, GraphAnswer<Uploaded> answer, boolean first) {
        return answer.accept(new GraphAnswer.Cases<>() {
            @Override
            public CompletableFuture<SendOutcome> answered(GraphAnswer.Answered<Uploaded> found) {
                var uploaded = found.value();
                var json =
                        FileReference.replaced(message.json(), uploaded.copy().id(), uploaded.name());
                return call(channel, json)
                        .thenCompose(outcome -> first && maybeGone(message, uploaded, outcome)
                                ? again(channel, message, file, uploaded)
                                : CompletableFuture.completedFuture(outcome));
            }

            @Override
            public CompletableFuture<SendOutcome> refused(GraphAnswer.Refused<Uploaded> refused) {
                return CompletableFuture.completedFuture(new SendOutcome.Refused(refused.error()));
            }

            @Override
            public CompletableFuture<SendOutcome> missing(GraphAnswer.Missing<Uploaded> none) {
                return CompletableFuture.completedFuture(new SendOutcome.Unreachable(none.detail()));
            }
        });
    }

    /** WhatsApp may have lost an upload before its time; one made for this very message is not to blame. */
    private static boolean maybeGone(Ready message, Uploaded uploaded, SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused refused
                && refused.error().group() == ErrorGroup.CONTENT
                && uploaded.copy().uploadedAt().isBefore(TimeOrderedId.timeOf(message.id()));
    }

    private CompletableFuture<SendOutcome> again(Channel channel, Ready message, UUID file, Uploaded gone) {
        return uploads.forget(channel, file, gone.copy())
                .thenCompose(forgotten -> uploads.of(channel, file))
                .thenCompose(answer -> sendWith(channel, message, file, answer, false));
    }
}
