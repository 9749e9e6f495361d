package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.AuditAction;
import com.qliento.block.Names;
import com.qliento.draft.Draft;
import com.qliento.draft.DraftVersion;
import com.qliento.draft.HasErrors;
import com.qliento.draft.Subject;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rules.decision.InvalidDecision;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decisions as what is drafted: DMN files, held back while their test cases fail. */
@Component
class DecisionSubject implements Subject {

    private static final ProblemType DECISION_UNREADABLE =
            new ProblemType(ProblemKind.INVALID, "decision-unreadable", "The file is no decision");
    private static final ProblemType DECISION_CASES_FAIL =
            new ProblemType(ProblemKind.INVALID, "decision-cases-fail", "Test cases fail");

    private final DecisionStore store;
    private final LiveDecisions live;
    private final Workbench workbench;
    private final ObjectProvider<DecisionCases> cases;

    DecisionSubject(DecisionStore store, LiveDecisions live, Workbench workbench, ObjectProvider<DecisionCases> cases) {
        this.store = store;
        this.live = live;
        this.workbench = workbench;
        this.cases = cases;
    }

    @Override
    public String kind() {
        return DecisionStore.KIND;
    }

    @Override
    public Rights rights() {
        return new Rights(Permission.LOOK_ON, Permission.BUILD, Permission.PUBLISH);
    }

    @Override
    public AuditAction published() {
        return AuditAction.DECISION_PUBLISHED;
    }

    @Override
    public AuditAction takenBack() {
        return AuditAction.DECISION_TAKEN_BACK;
    }

    @Override
    public Taken take(String key, byte[] file) {
        if (!Names.flowKey(key)) {
            throw Problem.invalid(
                    "key",
                    "A decision's key has lower-case letters, digits and single hyphens, begins with a letter and has"
                            + " 63 at most. Choose such a key.");
        }
        byte[] dmn = KeptText.ofXml(file);
        String name = name(dmn);
        return new Taken(name.isBlank() ? key : name, dmn);
    }

    private String name(byte[] dmn) {
        try {
            return workbench.name(dmn);
        } catch (InvalidDecision unreadable) {
            throw DECISION_UNREADABLE
                    .because(String.valueOf(unreadable.getMessage()))
                    .with(
                            "problems",
                            unreadable.problems().stream()
                                    .map(problem -> DecisionFinding.of(problem, Locale.ENGLISH))
                                    .toList());
        }
    }

    @Override
    public void requireSound(OrganisationId organisation, String key, byte[] content) {
        List<DecisionFinding> findings = workbench.check(organisation, content).stream()
                .map(problem -> DecisionFinding.of(problem, Locale.ENGLISH))
                .toList();
        if (findings.stream().anyMatch(DecisionFinding::error)) {
            throw HasErrors.problem(
                    kind(),
                    "The decision can't be published as it is. Mend what 'problems' lists, then publish again.",
                    findings);
        }
    }

    @Override
    public void requireAgreed(Actor actor, Draft draft) {
        cases.ifAvailable(tests -> {
            if (!tests.list(actor, draft.key()).isEmpty()) {
                requirePassed(tests.run(actor, draft.key(), draft.content()));
            }
        });
    }

    private static void requirePassed(CaseRun run) {
        var failed = run.cases().stream().filter(played -> !played.passed()).toList();
        if (!failed.isEmpty()) {
            throw DECISION_CASES_FAIL
                    .because(failed.size() + " of " + run.cases().size() + " test cases fail: "
                            + failed.stream()
                                    .map(played -> "'" + played.test().name() + "'")
                                    .collect(Collectors.joining(", "))
                            + ". Mend the table or the cases, or publish anyway.")
                    .with("cases", failed);
        }
    }

    @Override
    public void goesLive(OrganisationId organisation, DraftVersion version) {
        store.announce(organisation);
    }

    @Override
    public void wentLive(OrganisationId organisation) {
        live.forget(organisation);
    }
}
