package com.qliento.media;

import java.time.Instant;

/** What WhatsApp calls a file that was uploaded to a number of ours at this time. */
public record GraphMedia(String id, Instant uploadedAt) {}
