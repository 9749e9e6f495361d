package com.qliento.flow;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: what happens to flows beside drawing and publishing them. */
@RestController
@RequestMapping("/api/v1/flows/{key}")
class FlowLifeApi {

    /** A flow as it stands now. */
    record View(
            String key,
            String name,
            List<String> tags,
            @Nullable Integer liveVersion,
            @Nullable Instant archivedAt) {}

    /** What to change; what is left out stays. */
    record Change(@Nullable String name, @Nullable List<String> tags) {}

    /** How the copy is called; its key is made of the name when it is left out. */
    record Copy(@Nullable String key, @Nullable String name) {}

    /** The version to be live again; may be left out. */
    record BringBack(@Nullable Integer liveVersion) {}

    private final FlowLibrary library;
    private final FlowArchive archive;
    private final FlowDependents dependents;

    FlowLifeApi(FlowLibrary library, FlowArchive archive, FlowDependents dependents) {
        this.library = library;
        this.archive = archive;
        this.dependents = dependents;
    }

    @PatchMapping
    View change(Caller caller, @PathVariable String key, @RequestBody Change change) {
        var actor = Actor.program(caller);
        if (change.tags() != null) {
            library.tag(actor, key, change.tags());
        }
        if (change.name() != null) {
            library.rename(actor, key, change.name());
        }
        return view(actor, key);
    }

    /** What stops working when the flow is archived or deleted. */
    @GetMapping("/breaks")
    FlowBreaks breaks(Caller caller, @PathVariable String key) {
        return dependents.of(Actor.program(caller), key);
    }

    @PostMapping("/duplicate")
    ResponseEntity<View> duplicate(Caller caller, @PathVariable String key, @RequestBody Copy copy) {
        if (copy.name() == null) {
            throw Problem.invalid("name", "Say how the copy is called, as 'name'.");
        }
        var actor = Actor.program(caller);
        var newKey = copy.key() == null ? library.freeKey(actor, copy.name()) : copy.key();
        library.duplicate(actor, key, newKey, copy.name());
        return ResponseEntity.created(URI.create("/api/v1/flows/" + newKey)).body(view(actor, newKey));
    }

    /** Takes the flow off the air and out of the list. */
    @PostMapping("/archive")
    View archive(Caller caller, @PathVariable String key) {
        var actor = Actor.program(caller);
        archive.archive(actor, key);
        return view(actor, key);
    }

    @PostMapping("/unarchive")
    View unarchive(
            Caller caller, @PathVariable String key, @RequestBody(required = false) @Nullable BringBack request) {
        var actor = Actor.program(caller);
        archive.unarchive(actor, key, request == null ? null : request.liveVersion());
        return view(actor, key);
    }

    /** Deletes the flow with its versions, unless conversations are in it. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String key) {
        archive.delete(Actor.program(caller), key);
    }

    private View view(Actor actor, String key) {
        return library.all(actor).stream()
                .filter(flow -> flow.key().equals(key))
                .findFirst()
                .map(flow -> new View(flow.key(), flow.name(), flow.tags(), flow.liveVersion(), flow.archivedAt()))
                .orElseThrow(() -> Problem.notFound("flow", key));
    }
}
