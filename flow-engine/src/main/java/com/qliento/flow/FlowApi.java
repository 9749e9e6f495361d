package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.bpmn.FindingTexts;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.XmlReader;
import com.qliento.draft.Draft;
import com.qliento.draft.DraftVersion;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import com.qliento.rest.Revision;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: flows as BPMN files - drafted, checked, published, taken back. */
@RestController
@RequestMapping("/api/v1/flows")
class FlowApi {

    /** A flow as it is listed. */
    record View(
            String key,
            String name,
            long revision,
            Instant draftAt,
            @Nullable Integer liveVersion) {

        static View of(Draft flow) {
            return new View(flow.key(), flow.name(), flow.revision(), flow.draftAt(), flow.liveVersion());
        }
    }

    /** A published version as it is listed. */
    record VersionView(String flow, int version, Instant publishedAt, String publishedBy, String note) {

        static VersionView of(DraftVersion version) {
            return new VersionView(
                    version.key(), version.version(), version.publishedAt(), version.publishedBy(), version.note());
        }
    }

    /** What the check found; publishable when there is no error among it. */
    record CheckView(boolean publishable, List<FlowProblem> problems) {}

    /** What is new in a version; may be left out. */
    record Publish(@Nullable String note) {}

    /** Which version to go back to. */
    record RollBack(@Nullable Integer version) {}

    private final Flows flows;
    private final FlowDrafts drafts;
    private final FlowReview review;
    private final FlowPublishing publishing;

    FlowApi(Flows flows, FlowDrafts drafts, FlowReview review, FlowPublishing publishing) {
        this.flows = flows;
        this.drafts = drafts;
        this.review = review;
        this.publishing = publishing;
    }

    @GetMapping
    Page<View> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        return Page.of(flows.page(Actor.program(caller), cursor, Page.overLimit(size)), size, Draft::key)
                .map(View::of);
    }

    /**
     * Makes or replaces a draft: the body is the BPMN file, the key names the flow. With {@code If-Match} only when nobody
     * saved it since that revision; without it what somebody else drew is kept among the earlier drafts. Of a file that
     * is too large no more is read than shows that it is.
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
            @RequestBody InputStreamResource bpmn)
            throws IOException {
        var file = bpmn.getInputStream().readNBytes(XmlReader.MOST_BYTES + 1);
        var actor = Actor.program(caller);
        var flow =
                known == null ? drafts.overwrite(actor, key, file) : drafts.save(actor, key, file, Revision.of(known));
        return ResponseEntity.created(URI.create("/api/v1/flows/" + key))
                .eTag(Revision.tag(flow.revision()))
                .body(View.of(flow));
    }

    @GetMapping("/{key}")
    ResponseEntity<View> get(Caller caller, @PathVariable String key) {
        var flow = flows.get(Actor.program(caller), key);
        return ResponseEntity.ok().eTag(Revision.tag(flow.revision())).body(View.of(flow));
    }

    @GetMapping(path = "/{key}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> file(Caller caller, @PathVariable String key) {
        var flow = flows.get(Actor.program(caller), key);
        return ResponseEntity.ok().eTag(Revision.tag(flow.revision())).body(flow.content());
    }

    @PostMapping("/{key}/check")
    CheckView check(
            Caller caller,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        var problems = review.check(Actor.program(caller), key, FindingTexts.language(languages));
        return new CheckView(problems.stream().noneMatch(FlowProblem::error), problems);
    }

    @PostMapping("/{key}/publish")
    VersionView publish(
            Caller caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean anyway,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            @RequestBody(required = false) @Nullable Publish request) {
        var actor = Actor.program(caller);
        var note = request == null || request.note() == null ? "" : request.note();
        return VersionView.of(publishing.publish(actor, key, note, known == null ? null : Revision.of(known), anyway));
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
}
