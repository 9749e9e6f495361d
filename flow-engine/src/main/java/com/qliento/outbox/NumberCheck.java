package com.qliento.outbox;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.AccessToken;
import com.qliento.connector.whatsapp.CloudApi;
import com.qliento.connector.whatsapp.GraphAnswer;
import com.qliento.connector.whatsapp.GraphAnswer.Answered;
import com.qliento.connector.whatsapp.GraphAnswer.Missing;
import com.qliento.connector.whatsapp.GraphAnswer.Refused;
import com.qliento.connector.whatsapp.NumberInfo;
import com.qliento.problem.Problem;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks WhatsApp how a number is, with the number's own token. */
@Component
public class NumberCheck {

    /**
     * What came of it: the number's state, or why there is none.
     *
     * @param info null when WhatsApp refused or gave no answer
     * @param refusal why it refused, in one sentence; null when it did not
     */
    public record Result(
            @Nullable NumberInfo info, @Nullable String refusal) {

        /** Whether no answer came: the network, or WhatsApp itself. */
        public boolean unreachable() {
            return info == null && refusal == null;
        }
    }

    private final Channels channels;
    private final CloudApi api;

    NumberCheck(Channels channels, CloudApi api) {
        this.channels = channels;
        this.api = api;
    }

    /**
     * Asks for one number; comes within a minute, on another thread, and never fails. Throws {@link Problem} (not found)
     * at once when the organisation has no such number.
     */
    public CompletableFuture<Result> of(Actor actor, ChannelId id, Locale locale) {
        actor.require(Permission.LOOK_ON);
        var channel = channels.get(actor.organisation(), id);
        return api.number(channel.phoneNumberId(), new AccessToken(channel.accessToken()))
                .thenApply(answer -> result(answer, locale));
    }

    private static Result result(GraphAnswer<NumberInfo> answer, Locale locale) {
        return answer.accept(new GraphAnswer.Cases<NumberInfo, Result>() {
            @Override
            public Result answered(Answered<NumberInfo> answered) {
                return new Result(answered.value(), null);
            }

            @Override
            public Result refused(Refused<NumberInfo> refused) {
                return new Result(null, refused.error().plainWords(locale));
            }

            @Override
            public Result missing(Missing<NumberInfo> missing) {
                return new Result(null, null);
            }
        });
    }
}
