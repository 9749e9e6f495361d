package com.qliento.consent;

import com.qliento.contact.ContactId;
import com.qliento.database.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers whether, with one statement for all that is asked. Runs inside a transaction of the organisation. */
@Component
class Gate {

    private static final String ASK = """
            SELECT q.person, q.purpose, e.event, e.at, e.until,
              EXISTS (SELECT FROM contact_family(q.person) f (id) JOIN consent_limit l ON l.contact_id = f.id
                WHERE l.kind = 'restriction' AND l.lifts IS NULL
                  AND NOT EXISTS (SELECT FROM consent_limit u WHERE u.lifts = l.id)) AS restricted,
              (SELECT max(l.at) FROM contact_family(q.person) f (id) JOIN consent_limit l ON l.contact_id = f.id
                WHERE l.kind = 'objection' AND l.purpose = q.purpose AND l.lifts IS NULL
                  AND NOT EXISTS (SELECT FROM consent_limit u WHERE u.lifts = l.id)) AS objected
            FROM unnest(?::uuid[], ?::text[]) AS q (person, purpose) LEFT JOIN LATERAL (
              SELECT c.event, c.at, c.until FROM contact_family(q.person) f (id) JOIN consent_event c ON c.contact_id = f.id
              WHERE c.purpose = q.purpose AND c.event <> 'requested' ORDER BY c.at DESC, c.id DESC LIMIT 1) e ON true
            """;

    /** What is asked. */
    record Question(UUID person, Purpose purpose) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Gate(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<Question, Permit> ask(Collection<Question> questions) {
        var now = clock.instant();
        var answers = new HashMap<Question, Permit>();
        jdbc.sql(ASK)
                .param(Texts.of(questions, Question::person))
                .param(Texts.of(questions, question -> question.purpose().code()))
                .query(row -> {
                    var purpose = Purpose.of(row.getString("purpose")).orElseThrow();
                    answers.put(new Question(row.getObject("person", UUID.class), purpose), permit(purpose, row, now));
                });
        return answers;
    }

    Map<ContactId, Permit> ask(Collection<ContactId> contacts, Purpose purpose) {
        var questions = new ArrayList<Question>();
        contacts.forEach(contact -> questions.add(new Question(contact.value(), purpose)));
        var answers = new HashMap<ContactId, Permit>();
        ask(questions).forEach((question, permit) -> answers.put(new ContactId(question.person()), permit));
        return answers;
    }

    private static Permit permit(Purpose purpose, ResultSet row, Instant now) throws SQLException {
        var word = row.getString("event");
        var last = word == null ? null : ConsentEvent.of(word);
        if (row.getBoolean("restricted")) {
            return Permit.RESTRICTED;
        }
        var objected = at(row, "objected");
        if (objected != null && !(last == ConsentEvent.GIVEN && isAfter(at(row, "at"), objected))) {
            return Permit.OBJECTED;
        }
        return last == null ? purpose.unsaid() : permit(last, at(row, "until"), now);
    }

    private static Permit permit(ConsentEvent last, @Nullable Instant until, Instant now) {
        return switch (last) {
            case GIVEN -> until == null || now.isBefore(until) ? Permit.ALLOWED : Permit.EXPIRED;
            case REFUSED -> Permit.REFUSED;
            case WITHDRAWN -> Permit.WITHDRAWN;
            case EXPIRED -> Permit.EXPIRED;
            case REQUESTED -> throw new IllegalStateException("who is only asked has said nothing");
        };
    }

    private static boolean isAfter(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
