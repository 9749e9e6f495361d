package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.flow.FlowPublishing;
import com.qliento.organisation.Caller;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: flows as files that bring their test cases along. */
@RestController
@RequestMapping("/api/v1/flows")
class FlowFilesApi {

    private final FlowFiles files;

    FlowFilesApi(FlowFiles files) {
        this.files = files;
    }

    /** The new flow, how many test cases it brought, and why they were left out if they were. */
    record Imported(
            String key, String name, int cases, @Nullable String casesRefused) {}

    @GetMapping(path = "/{key}/export", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] export(Caller caller, @PathVariable String key) {
        return files.export(Actor.program(caller), key);
    }

    /** Makes a new flow, whose key is made of the name. */
    @PostMapping(
            path = "/import",
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<Imported> add(Caller caller, @RequestParam String name, @RequestBody InputStreamResource file)
            throws IOException {
        var added = files.add(
                Actor.program(caller), name, file.getInputStream().readNBytes(FlowPublishing.LARGEST_FILE + 1));
        var flow = added.flow();
        return ResponseEntity.created(URI.create("/api/v1/flows/" + flow.key()))
                .body(new Imported(flow.key(), flow.name(), added.cases(), added.refused()));
    }
}
