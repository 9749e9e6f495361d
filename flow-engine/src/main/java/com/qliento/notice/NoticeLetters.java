package com.qliento.notice;

import com.qliento.account.AccountId;
import com.qliento.call.Call;
import com.qliento.call.Calls;
import com.qliento.call.Repeat;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Asks for letters, in the open transaction of the organisation: they are sent when it commits, once at most. */
@Component
class NoticeLetters {

    /** A letter that could not be sent by then is old news. */
    private static final Duration NEWS = Duration.ofHours(2);

    private final Calls calls;
    private final JdbcOperations jdbc;

    NoticeLetters(Calls calls, JdbcOperations jdbc) {
        this.calls = calls;
        this.jdbc = jdbc;
    }

    void ask(
            OrganisationId organisation, Collection<AccountId> readers, NoticeKind kind, Trouble trouble, Instant now) {
        var letters = readers.stream()
                .map(reader -> new Call(
                        TimeOrderedId.at(now),
                        Call.Caller.feature(organisation, "notice"),
                        NoticeCallee.KIND,
                        "mail",
                        NoticeCallee.request(reader, kind, trouble),
                        Repeat.NEVER,
                        now.plus(NEWS)))
                .toList();
        var trip = new RoundTrip();
        calls.ask(trip, letters);
        trip.run(jdbc);
    }
}
