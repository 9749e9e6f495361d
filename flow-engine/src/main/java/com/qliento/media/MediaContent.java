package com.qliento.media;

/** A file of an organisation with its bytes. */
public record MediaContent(MediaFacts facts, byte[] bytes) {

    @Override
    public String toString() {
        return "MediaContent[" + facts.id() + "]";
    }
}
