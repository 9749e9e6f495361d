package com.qliento.mail;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.call.Calls;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Letters that servers took and could not deliver, as whoever hears of it says: a mail provider by webhook, or a program
 * that reads the mail box for bounces.
 */
@Component
class MailBounces {

    /** Replies of SMTP that refuse, by a transient or a permanent failure: RFC 5321, 4.2.1. */
    private static final int FIRST = 400;

    private static final int LAST = 599;

    private final RefusalStore store;
    private final Calls calls;
    private final OrganisationScope scope;
    private final Clock clock;

    MailBounces(RefusalStore store, Calls calls, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.calls = calls;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Notes that a letter came back; once more changes nothing but the time. Throws {@link Problem} for a letter that no flow
     * of the organisation sent, or so long ago that its record is gone.
     *
     * @param messageId of the letter, as it stands in its header, in angle brackets or not
     * @param code by which a server refused it; null when it is not known
     */
    void note(Actor actor, @Nullable String messageId, @Nullable Integer code) {
        actor.require(Permission.START_FLOWS);
        if (code != null && (code < FIRST || code > LAST)) {
            throw Problem.invalid("code", "'code' is what a server refused it by, 400 to 599, or is left out.");
        }
        var letter = letter(messageId)
                .orElseThrow(() -> Problem.invalid(
                        "messageId",
                        "'messageId' is the Message-ID of an e-mail, such as <0190c8a0-...@example.com>."));
        var organisation = actor.organisation();
        scope.run(organisation, () -> {
            var sent = Optional.of(letter)
                    // Anybody may make up an id of any day.
                    .filter(id -> !TimeOrderedId.timeOf(id).isAfter(clock.instant()))
                    .flatMap(calls::ended)
                    .filter(call -> call.kind().equals(MailCallee.KIND))
                    .orElseThrow(() -> Problem.notFound("e-mail", letter));
            store.refused(
                    organisation,
                    new MailRefusal(
                            letter,
                            clock.instant(),
                            MailRefusal.Kind.BOUNCED,
                            code == null ? 0 : code,
                            1,
                            sent.conversation()));
        });
    }

    /** The part before the sign: only what we made is one of ours. */
    private static Optional<UUID> letter(@Nullable String messageId) {
        var text = messageId == null ? "" : messageId.strip();
        var left = text.replaceFirst("^<", "").replaceFirst("@.*", "");
        try {
            return left.length() == 36 ? Optional.of(UUID.fromString(left)) : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
