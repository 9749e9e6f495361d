package com.qliento.media;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: the files that flows send. */
@RestController
@RequestMapping("/api/v1/media")
class MediaApi {

    private final MediaFiles files;

    MediaApi(MediaFiles files) {
        this.files = files;
    }

    @GetMapping
    Page<MediaFacts> list(Caller caller) {
        return new Page<>(files.list(Actor.program(caller)), null);
    }

    /** Keeps a file: the body is its bytes, which decide what it is. Flows name it by the id that is answered. */
    @PostMapping(consumes = MediaType.ALL_VALUE)
    ResponseEntity<MediaFacts> upload(Caller caller, @RequestParam String name, InputStream body) throws IOException {
        var bytes = body.readNBytes(Math.toIntExact(files.largest() + 1));
        var file = files.upload(Actor.program(caller), name, bytes);
        return ResponseEntity.created(URI.create("/api/v1/media/" + file.id())).body(file);
    }

    @GetMapping("/{id}")
    MediaFacts get(Caller caller, @PathVariable String id) {
        return files.find(Actor.program(caller), Limit.id("id", id)).orElseThrow(() -> Problem.notFound("file", id));
    }

    /** The flows that send the file, drafts and live. */
    @GetMapping("/{id}/uses")
    Page<MediaUse.Used> uses(Caller caller, @PathVariable String id) {
        var actor = Actor.program(caller);
        var file = files.find(actor, Limit.id("id", id)).orElseThrow(() -> Problem.notFound("file", id));
        return new Page<>(files.uses(actor).getOrDefault(file.id(), List.of()), null);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        files.delete(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }
}
