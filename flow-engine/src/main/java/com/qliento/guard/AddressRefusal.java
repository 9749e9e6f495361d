package com.qliento.guard;

import java.util.Locale;

/** Why a request is not made, or a redirect not followed. */
public enum AddressRefusal {
    /** It can't be read as an address of the web: another scheme than http and https, or nothing that leads anywhere. */
    ADDRESS_FORM,
    /** A name or a password stands before the host, where a host could be feigned. */
    USER_INFO,
    /** The host is spelled as programs read it differently, or is no name of the public network. */
    HOST_FORM,
    /** It leads into this machine, its network, or where nobody is to be reached. */
    FORBIDDEN_ADDRESS,
    /** The organisation has not allowed this host, or not this port of it. */
    HOST_NOT_ALLOWED,
    /** It was sent on more often than is followed. */
    TOO_MANY_REDIRECTS,
    /** It was sent on from an encrypted connection to one that is not, or would have taken a secret to another host. */
    UNSAFE_REDIRECT;

    /** A fixed word in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
