package com.qliento.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationId;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.decision.DecisionInput;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.DecisionRow;
import com.qliento.rules.decision.MatchedRow;
import com.qliento.rules.feel.ClockValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Holds a draft against what flows decided by the published versions: what would have come out otherwise. */
@Component
public class DecisionRerun {

    /** Decisions looked at in one go. */
    public static final int MOST = 1_000;

    private static final int MOST_EXAMPLES = 5;
    private static final long NANOS_IN_ALL = 10_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DecisionDrafts drafts;
    private final DecisionTrial trial;
    private final LiveDecisions live;
    private final RealDecisions real;
    private final SendLimitsInForce limits;

    DecisionRerun(
            DecisionDrafts drafts,
            DecisionTrial trial,
            LiveDecisions live,
            RealDecisions real,
            SendLimitsInForce limits) {
        this.drafts = drafts;
        this.trial = trial;
        this.live = live;
        this.real = real;
        this.limits = limits;
    }

    /** What two decisions that change alike have in common. */
    private record Way(List<DecisionRow> before, List<DecisionRow> now, boolean failed) {}

    /**
     * Decides anew what was decided last, by the draft, as of the time it was decided. Ends after ten seconds with what it
     * has. Tells rows and conversations, no values; still it is for those who may read conversations, since a table can ask
     * anything of a value.
     *
     * @param last how many, 1 to {@value #MOST}
     * @throws Problem {@code decision-has-errors} when the draft can't be used
     */
    public Rerun run(Actor actor, String key, int last) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return run(actor, key, drafts.get(actor, key).content(), last);
    }

    /** The same by a file that is no draft yet. */
    public Rerun run(Actor actor, String key, byte[] dmn, int last) {
        actor.require(Permission.SEE_CONVERSATIONS);
        if (last < 1 || last > MOST) {
            throw Problem.invalid("last", "From 1 to " + MOST + " decisions are looked at in one go.");
        }
        var going = new Going(actor.organisation(), key, trial.model(actor, dmn));
        List<RealDecisions.Kept> kept = real.newest(actor.organisation(), key, last);
        long until = System.nanoTime() + NANOS_IN_ALL;
        int at = 0;
        while (at < kept.size() && (at == 0 || System.nanoTime() < until)) {
            going.look(kept.get(at));
            at++;
        }
        return going.result(kept.size() - at);
    }

    /** One rerun while it goes on. */
    private final class Going {

        private final OrganisationId organisation;
        private final String key;
        private final DecisionModel draft;
        private final Map<Integer, Map<String, DecisionRow>> rowsOfVersions = new HashMap<>();
        private final Map<Way, List<Rerun.Example>> changes = new LinkedHashMap<>();
        private final Map<Way, Integer> times = new HashMap<>();
        private final TreeSet<String> missing = new TreeSet<>();
        private int looked;
        private int same;
        private int gone;

        Going(OrganisationId organisation, String key, DecisionModel draft) {
            this.organisation = organisation;
            this.key = key;
            this.draft = draft;
        }

        void look(RealDecisions.Kept kept) {
            RealDecisions.Opened opened = real.open(organisation, kept);
            if (opened == null) {
                gone++;
                return;
            }
            looked++;
            Decided decided = draft.evaluate(given(kept, opened), draft.wanted());
            JsonNode came = JSON.valueToTree(PlainJson.of(RealDecision.came(draft.wanted(), decided)));
            if (opened.came().equals(DecisionCases.BY_VALUE, came)) {
                same++;
                return;
            }
            var way = new Way(before(kept), now(decided), decided.failed());
            times.merge(way, 1, Integer::sum);
            List<Rerun.Example> examples = changes.computeIfAbsent(way, none -> new ArrayList<>());
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Rerun.Example(kept.at(), kept.conversation(), kept.version()));
            }
        }

        /** Only what the draft asks for, with the time that it was then. */
        private Map<String, Object> given(RealDecisions.Kept kept, RealDecisions.Opened opened) {
            var given = new HashMap<String, Object>();
            for (DecisionInput input : draft.inputs()) {
                if (!opened.given().containsKey(input.name())) {
                    missing.add(input.name());
                }
                given.put(input.name(), opened.given().get(input.name()));
            }
            ClockValues.at(kept.at(), limits.zone(organisation)).byName().forEach(given::putIfAbsent);
            return given;
        }

        private List<DecisionRow> before(RealDecisions.Kept kept) {
            Map<String, DecisionRow> rows =
                    rowsOfVersions.computeIfAbsent(kept.version(), version -> live.find(organisation, key, version)
                            .map(found -> byName(found.model()))
                            .orElse(Map.of()));
            return kept.rules().stream().map(rows::get).filter(Objects::nonNull).toList();
        }

        Rerun result(int rest) {
            List<Rerun.Change> all = changes.entrySet().stream()
                    .map(change -> new Rerun.Change(
                            change.getKey().before(),
                            change.getKey().now(),
                            change.getKey().failed(),
                            times.getOrDefault(change.getKey(), 0),
                            change.getValue()))
                    .sorted(Comparator.comparingInt(Rerun.Change::times).reversed())
                    .toList();
            return new Rerun(looked, same, gone, rest, List.copyOf(missing), all);
        }
    }

    private static List<DecisionRow> now(Decided decided) {
        return decided.rows().stream()
                .filter(MatchedRow::counted)
                .map(row -> new DecisionRow(row.decision(), row.row(), row.rule()))
                .toList();
    }

    private static Map<String, DecisionRow> byName(DecisionModel model) {
        var rows = new HashMap<String, DecisionRow>();
        model.rows()
                .forEach(row -> rows.put(
                        RealDecisions.named(new MatchedRow(row.decision(), row.row(), row.rule(), true)), row));
        return rows;
    }
}
