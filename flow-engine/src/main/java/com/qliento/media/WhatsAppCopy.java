package com.qliento.media;

import java.time.Instant;

/** A file of ours at WhatsApp: its id there, and when it was uploaded to a number of ours. */
public record WhatsAppCopy(String id, Instant uploadedAt) {}
