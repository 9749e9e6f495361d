package com.qliento.tryout;

/** What a customer can attach. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT
}
