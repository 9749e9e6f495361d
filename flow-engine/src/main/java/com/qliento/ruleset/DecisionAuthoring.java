package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.block.Keys;
import com.qliento.block.Names;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.InvalidDecision;
import com.qliento.security.SecurityLog;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Drafts, checks and publishes decisions, each for somebody whose role allows it, else {@link Problem} (forbidden). A
 * published version never changes. Knows no screen.
 */
@Component
public class DecisionAuthoring {

    /** Bytes of a decision's file. */
    public static final int LARGEST_FILE = 8_000_000;

    private static final int LONGEST_NOTE = 1_000;

    private final DecisionStore store;
    private final LiveDecisions live;
    private final Workbench workbench;
    private final OrganisationScope scope;
    private final Clock clock;

    DecisionAuthoring(
            DecisionStore store, LiveDecisions live, Workbench workbench, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.live = live;
        this.workbench = workbench;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Keeps a DMN file as the draft of a decision, new or known; whatever is wrong with it, as long as it is DMN.
     *
     * @param drawnOn the revision it was drawn on, null to replace whatever is there
     * @throws Problem {@code decision-changed} when somebody saved it meanwhile, with {@code revision} and {@code by}
     */
    public DecisionDraft save(Actor actor, String key, byte[] file, @Nullable Long drawnOn) {
        actor.require(Permission.EDIT_FLOWS);
        if (!Names.flowKey(key)) {
            throw Problem.invalid(
                    "key",
                    "A decision's key has lower-case letters, digits and single hyphens, begins with a letter and has"
                            + " 63 at most. Choose such a key.");
        }
        byte[] dmn = KeptText.ofXml(file);
        String own = readable(dmn);
        var organisation = actor.organisation();
        return scope.in(organisation, () -> {
            if (drawnOn != null) {
                unchanged(
                        store.find(organisation, key, true).orElseThrow(() -> Problem.notFound("decision", key)),
                        drawnOn);
            }
            store.saveDraft(
                    organisation,
                    key,
                    new DecisionStore.Drawing(own.isBlank() ? key : own, dmn, clock.instant(), actor.name()));
            return store.find(organisation, key, false).orElseThrow();
        });
    }

    /** A key for a new decision of this name that none has yet. */
    public String freeKey(Actor actor, String name) {
        actor.require(Permission.SEE_FLOWS);
        String base = Keys.of(name, "decision");
        return scope.in(actor.organisation(), () -> IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? base : base + "-" + i)
                .filter(key -> store.find(actor.organisation(), key, false).isEmpty())
                .findFirst()
                .orElseThrow());
    }

    private String readable(byte[] dmn) {
        try {
            return workbench.name(dmn);
        } catch (InvalidDecision unreadable) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "decision-unreadable",
                            "The file is no decision",
                            String.valueOf(unreadable.getMessage()))
                    .with("problems", findings(unreadable, Locale.ENGLISH));
        }
    }

    private static List<DecisionFinding> findings(InvalidDecision invalid, Locale language) {
        return invalid.problems().stream()
                .map(problem -> DecisionFinding.of(problem, language))
                .toList();
    }

    /** Why a file can't be kept as a decision, in this language; empty when it can. */
    public Optional<String> refusal(byte[] dmn, Locale language) {
        try {
            workbench.name(KeptText.ofXml(dmn));
            return Optional.empty();
        } catch (InvalidDecision unreadable) {
            return Optional.of(unreadable.problems().get(0).message(language));
        }
    }

    private static void unchanged(DecisionDraft now, long known) {
        if (now.revision() != known) {
            throw Problem.conflict(
                            "decision-changed",
                            "The decision was changed meanwhile",
                            "Somebody saved revision " + now.revision()
                                    + " of this decision while you were on revision " + known
                                    + ". Look at theirs, then go on with that revision.")
                    .with("revision", now.revision())
                    .with("by", now.draftBy());
        }
    }

    /** The decision; throws {@link Problem} (not found) when the organisation has none of this key. */
    public DecisionDraft get(Actor actor, String key) {
        actor.require(Permission.SEE_FLOWS);
        return find(actor.organisation(), key);
    }

    /** Whether the organisation has a decision of this key. */
    boolean knows(Actor actor, String key) {
        return scope.in(actor.organisation(), () -> store.find(actor.organisation(), key, false))
                .isPresent();
    }

    private DecisionDraft find(OrganisationId organisation, String key) {
        return scope.in(organisation, () -> store.find(organisation, key, false))
                .orElseThrow(() -> Problem.notFound("decision", key));
    }

    /** A page of decisions after this key (null begins), by key. */
    public List<DecisionDraft> page(Actor actor, @Nullable String after, int size) {
        actor.require(Permission.SEE_FLOWS);
        return scope.in(actor.organisation(), () -> store.page(actor.organisation(), after, size));
    }

    /** What is wrong with the draft, errors first, in this language (English when it is none of ours). */
    public List<DecisionFinding> check(Actor actor, String key, Locale language) {
        return check(actor, get(actor, key).dmn(), language);
    }

    /** What is wrong with a file that is no draft yet, errors first. */
    public List<DecisionFinding> check(Actor actor, byte[] dmn, Locale language) {
        actor.require(Permission.SEE_FLOWS);
        return workbench.check(actor.organisation(), dmn).stream()
                .map(problem -> DecisionFinding.of(problem, language))
                .toList();
    }

    /**
     * Makes the draft the live version; throws {@link Problem} {@code decision-has-errors} when it has any.
     *
     * @param note what is new, for colleagues; may be empty
     * @param seen the revision that is meant, null for whatever is the draft
     */
    public DecisionVersion publish(Actor actor, String key, String note, @Nullable Long seen) {
        actor.require(Permission.PUBLISH_FLOWS);
        DecisionDraft draft = get(actor, key);
        if (seen != null) {
            unchanged(draft, seen);
        }
        return goLive(actor, key, draft.dmn(), note);
    }

    /** Publishes an earlier version again, as a new one; the draft stays as it is. */
    public DecisionVersion rollBack(Actor actor, String key, int version, String note) {
        actor.require(Permission.PUBLISH_FLOWS);
        return goLive(actor, key, version(actor, key, version).dmn(), note);
    }

    private DecisionVersion goLive(Actor actor, String key, byte[] dmn, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "A note has " + LONGEST_NOTE + " characters at most. Shorten it.")
                    .with("most", LONGEST_NOTE);
        }
        List<DecisionFinding> findings = check(actor, dmn, Locale.ENGLISH);
        if (findings.stream().anyMatch(DecisionFinding::error)) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "decision-has-errors",
                            "The decision has errors",
                            "The decision can't be published as it is. Mend what 'problems' lists, then publish again.")
                    .with("problems", findings);
        }
        var organisation = actor.organisation();
        DecisionVersion made = scope.in(organisation, () -> {
            if (store.find(organisation, key, true).isEmpty()) {
                throw Problem.notFound("decision", key);
            }
            int next = store.versions(organisation, key).stream()
                            .mapToInt(DecisionVersion::version)
                            .max()
                            .orElse(0)
                    + 1;
            var version = new DecisionVersion(
                    key,
                    next,
                    dmn,
                    clock.instant(),
                    actor.name(),
                    KeptText.of(note).strip());
            store.addVersion(organisation, version);
            store.announce(organisation);
            return version;
        });
        live.forget(organisation);
        SecurityLog.published("decision", organisation, key, made.version(), actor.name());
        return made;
    }

    /** All versions of a decision, newest first. */
    public List<DecisionVersion> versions(Actor actor, String key) {
        get(actor, key);
        return scope.in(actor.organisation(), () -> store.versions(actor.organisation(), key));
    }

    /** One version of a decision. */
    public DecisionVersion version(Actor actor, String key, int version) {
        get(actor, key);
        return scope.in(actor.organisation(), () -> store.version(actor.organisation(), key, version))
                .orElseThrow(() -> Problem.notFound("version of decision " + key, version));
    }
}
