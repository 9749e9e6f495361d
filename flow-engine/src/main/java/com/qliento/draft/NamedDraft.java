package com.qliento.draft;

import org.jspecify.annotations.Nullable;

/** What a draft is called, and which version of it is live. */
public record NamedDraft(String key, String name, @Nullable Integer liveVersion) {}
