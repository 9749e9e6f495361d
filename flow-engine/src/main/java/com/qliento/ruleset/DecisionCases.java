package com.qliento.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.database.TimeOrderedId;
import com.qliento.draft.TooManyCases;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.DecisionRow;
import com.qliento.rules.decision.Explained;
import com.qliento.rules.decision.MatchedRow;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that a decision must keep deciding as they are, and which rows of its tables they reach. */
@Component
public class DecisionCases {

    /** Cases of one decision. */
    static final int MOST = 500;

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of what was saved, first, and what came. 5 and 5.0 are the same number, and a time is the same in Java's form. */
    static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other)
                            || (one.isTextual() && other.isTextual() && SavedText.means(one.asText(), other.asText()))
                    ? 0
                    : 1;

    private final DecisionDrafts drafts;
    private final DecisionTrial trial;
    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionCases(DecisionDrafts drafts, DecisionTrial trial, OrganisationScope scope, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.trial = trial;
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The cases of a decision, the oldest first. */
    public List<DecisionCase> list(Actor actor, String key) {
        drafts.requireKnown(actor, key);
        return scope.in(actor.organisation(), () -> jdbc.sql("""
                        SELECT id, name, inputs, expected FROM ruleset_case
                        WHERE organisation_id = ? AND key = ? ORDER BY created_at, id
                        """)
                .param(actor.organisation().value())
                .param(key)
                .query((row, n) -> new DecisionCase(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        map(row.getString("inputs")),
                        map(row.getString("expected"))))
                .list());
    }

    /** Keeps a case; throws {@link Problem} when there are too many or it is too large. */
    public DecisionCase add(Actor actor, String key, String name, Map<String, ?> inputs, Map<String, ?> expected) {
        actor.require(Permission.BUILD);
        if (list(actor, key).size() >= MOST) {
            throw TooManyCases.problem(
                    "There are too many test cases",
                    "A decision has " + MOST + " test cases at most. Delete some that test the same.");
        }
        String called = KeptText.of(name).strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A test case has a name of " + LONGEST_NAME + " characters at most.");
        }
        String given = text(PlainJson.of(inputs));
        String wanted = text(PlainJson.of(expected));
        if (given.length() + wanted.length() > LARGEST) {
            throw Problem.invalid("inputs", "The values of a test case have " + LARGEST + " characters at most.");
        }
        UUID id = TimeOrderedId.at(clock.instant());
        scope.run(actor.organisation(), () -> jdbc.sql("""
                        INSERT INTO ruleset_case (organisation_id, key, id, name, inputs, expected, created_at)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                        """)
                .param(actor.organisation().value())
                .param(key)
                .param(id)
                .param(called)
                .param(given)
                .param(wanted)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return new DecisionCase(id, called, map(given), map(wanted));
    }

    /** Deletes a case; throws {@link Problem} (not found). */
    public void delete(Actor actor, String key, UUID id) {
        actor.require(Permission.BUILD);
        int deleted = scope.in(actor.organisation(), () -> jdbc.sql(
                        "DELETE FROM ruleset_case WHERE organisation_id = ? AND key = ? AND id = ?")
                .param(actor.organisation().value())
                .param(key)
                .param(id)
                .update());
        if (deleted == 0) {
            throw Problem.notFound("test case of decision " + key, id);
        }
    }

    /** Decides about all cases by the draft; throws {@link Problem} {@code decision-has-errors}. */
    public CaseRun run(Actor actor, String key) {
        return run(actor, key, drafts.get(actor, key).content());
    }

    /** The same by a file that is no draft yet. */
    public CaseRun run(Actor actor, String key, byte[] dmn) {
        actor.require(Permission.LOOK_ON);
        DecisionModel model = trial.model(actor, dmn);
        var played = new ArrayList<CaseRun.Played>();
        var reached = new HashSet<DecisionRow>();
        for (DecisionCase test : list(actor, key)) {
            Explained explained = trial.explain(actor, model, test.inputs());
            explained.decided().rows().stream()
                    .filter(MatchedRow::counted)
                    .forEach(row -> reached.add(new DecisionRow(row.decision(), row.row(), row.rule())));
            Map<String, Object> got = PlainJson.of(explained.decided().values());
            got.keySet().retainAll(test.expected().keySet());
            JsonNode expected = JSON.valueToTree(test.expected());
            boolean passed = expected.equals(BY_VALUE, JSON.valueToTree(got));
            played.add(new CaseRun.Played(test, passed, passed ? Map.of() : got));
        }
        return CaseRun.of(
                played,
                model.rows().stream().filter(row -> !reached.contains(row)).toList());
    }

    private static String text(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked") // an object was written
    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
