package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import com.qliento.simulator.whatsapp.MediaShelf.Media;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Upload and download of media; its address and removal are with the other objects in {@link GraphNodes}. */
@OnlyInDemo
@RestController
final class GraphMedia {

    static final String DOWNLOADS = "/simulator/graph/downloads/";

    private final MediaShelf shelf;
    private final SimulatedNumbers numbers;

    GraphMedia(MediaShelf shelf, SimulatedNumbers numbers) {
        this.shelf = shelf;
        this.numbers = numbers;
    }

    @PostMapping({GraphMessages.ROOT + "/{phoneNumberId}/media", GraphMessages.VERSIONED + "/{phoneNumberId}/media"})
    Map<String, String> upload(
            @PathVariable String phoneNumberId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(name = "messaging_product", required = false) @Nullable String product)
            throws IOException {
        if (numbers.find(phoneNumberId).isEmpty()) {
            throw GraphRefusal.noSuchObject("POST");
        }
        if (product == null) {
            throw GraphRefusal.required("messaging_product");
        }
        if (file == null) {
            throw GraphRefusal.required("file");
        }
        String ofPart = file.getContentType();
        String declared = type != null && type.contains("/") ? type : ofPart == null ? "" : ofPart;
        String mimeType = MediaLimit.check(declared, file.getSize());
        return Map.of("id", shelf.put(mimeType, file.getBytes()).id());
    }

    @GetMapping(DOWNLOADS + "{ticket}")
    ResponseEntity<byte[]> download(@PathVariable String ticket) {
        return file(shelf.redeem(ticket).orElseThrow(() -> GraphRefusal.noSuchObject("GET")));
    }

    /** The same file for the phone in the browser, which has no token. */
    @GetMapping("/simulator/media/{mediaId}")
    ResponseEntity<byte[]> show(@PathVariable String mediaId) {
        return shelf.find(mediaId).map(GraphMedia::file).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }

    private static ResponseEntity<byte[]> file(Media media) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(media.mimeType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(media.bytes());
    }
}
