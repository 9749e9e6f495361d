package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import com.qliento.draft.DraftVersion;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import com.qliento.rest.Revision;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.decision.MatchedRow;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: decisions as DMN files - drafted, checked, published, taken back, evaluated. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionApi {

    private static final ProblemType DECISION_INPUTS =
            new ProblemType(ProblemKind.INVALID, "decision-inputs", "The decision can't decide about these inputs");

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    /** A decision as it is listed. */
    record View(
            String key,
            String name,
            long revision,
            Instant draftAt,
            @Nullable Integer liveVersion) {

        static View of(Draft decision) {
            return new View(
                    decision.key(), decision.name(), decision.revision(), decision.draftAt(), decision.liveVersion());
        }
    }

    /** A published version as it is listed. */
    record VersionView(String decision, int version, Instant publishedAt, String publishedBy, String note) {

        static VersionView of(DraftVersion version) {
            return new VersionView(
                    version.key(), version.version(), version.publishedAt(), version.publishedBy(), version.note());
        }
    }

    /** What the check found; publishable when there is no error among it. */
    record CheckView(boolean publishable, List<DecisionFinding> problems) {}

    /** What is new in a version; may be left out. */
    record Publish(@Nullable String note) {}

    /** Which version to go back to. */
    record RollBack(@Nullable Integer version) {}

    /**
     * What to decide about.
     *
     * @param inputs by name of input data; null for a value that is not known
     * @param decisions those wanted; all when left out
     * @param version a published one; the live one when left out
     * @param draft whether the draft decides instead
     */
    record Evaluate(
            @Nullable Map<String, Object> inputs,
            @Nullable List<String> decisions,
            @Nullable Integer version,
            boolean draft) {

        /** Shows no value. */
        @Override
        public String toString() {
            return "Evaluate";
        }
    }

    /** What it came to: values by decision, rows that matched, and why something is missing. */
    record DecidedView(Map<String, Object> values, List<MatchedRow> rows, List<DecisionFinding> problems) {

        /** Shows no value. */
        @Override
        public String toString() {
            return "DecidedView";
        }
    }

    private final DecisionDrafts drafts;
    private final DecisionReview review;
    private final DecisionTrial trial;
    private final DecisionLibrary library;
    private final DecisionPublishing publishing;

    DecisionApi(
            DecisionDrafts drafts,
            DecisionReview review,
            DecisionTrial trial,
            DecisionLibrary library,
            DecisionPublishing publishing) {
        this.review = review;
        this.publishing = publishing;
        this.drafts = drafts;
        this.trial = trial;
        this.library = library;
    }

    @GetMapping
    Page<View> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        return Page.of(drafts.page(Actor.program(caller), cursor, Page.overLimit(size)), size, Draft::key)
                .map(View::of);
    }

    /**
     * Makes or replaces a draft: the body is the DMN file, the key names the decision. With {@code If-Match} only when
     * nobody saved it since that revision; without it what somebody else wrote is kept among the earlier drafts. Of a file that is too large no more is read than shows that it is.
     */
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<View> draft(
            Caller caller,
            @RequestParam String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            @RequestBody InputStreamResource dmn)
            throws IOException {
        byte[] file = dmn.getInputStream().readNBytes(DecisionDrafts.LARGEST_FILE + 1);
        Actor actor = Actor.program(caller);
        Draft saved =
                known == null ? drafts.overwrite(actor, key, file) : drafts.save(actor, key, file, Revision.of(known));
        return ResponseEntity.created(URI.create("/api/v1/decisions/" + key))
                .eTag(Revision.tag(saved.revision()))
                .body(View.of(saved));
    }

    @GetMapping("/{key}")
    ResponseEntity<View> get(Caller caller, @PathVariable String key) {
        Draft decision = drafts.get(Actor.program(caller), key);
        return ResponseEntity.ok().eTag(Revision.tag(decision.revision())).body(View.of(decision));
    }

    /** What decides by it. */
    @GetMapping("/{key}/uses")
    List<DecisionUse.Used> uses(Caller caller, @PathVariable String key) {
        Actor actor = Actor.program(caller);
        return library.uses(actor).getOrDefault(drafts.get(actor, key).key(), List.of());
    }

    /** Deletes it with its versions, unless anything decides by it. */
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String key) {
        library.delete(Actor.program(caller), key);
    }

    @GetMapping(path = "/{key}/dmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> file(Caller caller, @PathVariable String key) {
        Draft decision = drafts.get(Actor.program(caller), key);
        return ResponseEntity.ok().eTag(Revision.tag(decision.revision())).body(decision.content());
    }

    @PostMapping("/{key}/check")
    CheckView check(
            Caller caller,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        List<DecisionFinding> problems = review.check(Actor.program(caller), key, language(languages));
        return new CheckView(problems.stream().noneMatch(DecisionFinding::error), problems);
    }

    /** Makes the draft live; with {@code anyway} even when its test cases fail. */
    @PostMapping("/{key}/publish")
    VersionView publish(
            Caller caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean anyway,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            @RequestBody(required = false) @Nullable Publish request) {
        String note = request == null || request.note() == null ? "" : request.note();
        return VersionView.of(publishing.publish(
                Actor.program(caller), key, note, known == null ? null : Revision.of(known), anyway));
    }

    @GetMapping("/{key}/versions")
    Page<VersionView> versions(Caller caller, @PathVariable String key) {
        return new Page<>(
                publishing.versions(Actor.program(caller), key).stream()
                        .map(VersionView::of)
                        .toList(),
                null);
    }

    @PostMapping("/{key}/rollback")
    VersionView rollBack(Caller caller, @PathVariable String key, @RequestBody RollBack request) {
        if (request.version() == null) {
            throw Problem.invalid("version", "Name the 'version' to go back to; /versions lists them.");
        }
        return VersionView.of(publishing.rollBack(Actor.program(caller), key, request.version(), ""));
    }

    /** Decides about the inputs; answers 422 when they are not what the decision asks for. Keeps none of them. */
    @PostMapping("/{key}/evaluate")
    DecidedView evaluate(
            Caller caller,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @RequestBody Evaluate request) {
        Actor actor = Actor.program(caller);
        Map<String, Object> inputs = request.inputs() == null ? Map.of() : request.inputs();
        List<String> wanted = request.decisions() == null ? List.of() : request.decisions();
        Decided decided = request.draft()
                ? trial.draft(actor, key, inputs, wanted)
                : trial.live(actor, key, request.version(), inputs, wanted);
        List<DecisionFinding> problems = decided.problems().stream()
                .map(problem -> DecisionFinding.of(problem, language(languages)))
                .toList();
        boolean refused = problems.stream().anyMatch(problem -> problem.error() && problem.decision() == null);
        if (refused && decided.values().isEmpty()) {
            throw DECISION_INPUTS.because(problems.get(0).message()).with("problems", problems);
        }
        return new DecidedView(PlainJson.of(decided.values()), decided.rows(), problems);
    }

    private static Locale language(@Nullable String header) {
        try {
            Locale best = header == null ? null : Locale.lookup(LanguageRange.parse(header), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
