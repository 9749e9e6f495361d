package com.qliento.contact;

import java.util.List;

/** A sender whom memory does not know, and their place among all. */
record Unknown(int place, Identities sender, List<IdentityKey> keys) {

    @Override
    public String toString() {
        return "Unknown[" + place + "]";
    }
}
