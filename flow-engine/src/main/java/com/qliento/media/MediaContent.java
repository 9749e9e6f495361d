package com.qliento.media;

import com.qliento.problem.Problem;
import java.time.Instant;

/** A file of an organisation with its bytes. */
public record MediaContent(MediaFacts facts, byte[] bytes) {

    /**
     * Looks at a file without keeping it: what it is by its bytes, whatever it is called.
     *
     * @param largest bytes that it may have
     * @throws Problem for what is too large, empty, or nothing that WhatsApp takes
     */
    public static MediaContent of(String name, byte[] bytes, long largest, Instant at) {
        return NewMedia.of(name, bytes, largest, at).content();
    }

    @Override
    public String toString() {
        return "MediaContent[" + facts.id() + "]";
    }
}
