package com.qliento.rest;

import org.jspecify.annotations.Nullable;

/** Who gets a page when something goes wrong, and who a problem. */
final class PageWish {

    private static final String INTERFACES = "/api/";

    private PageWish() {}

    /** Whether it is a person's browser that asked, and for no interface. Without an address or a header it is not. */
    static boolean of(@Nullable String address, @Nullable String accept) {
        return accept != null && accept.contains("text/html") && (address == null || !address.startsWith(INTERFACES));
    }
}
