package com.qliento.secret;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Map;

/** Something that names secrets. Runs in a transaction of the organisation. */
public interface SecretUse {

    /**
     * What names a secret.
     *
     * @param kind flow or trigger
     * @param key of what names it: a flow's key, a trigger's id
     * @param name by which people know it
     * @param live whether calls are made with it there now; else only a draft names it
     */
    record Used(String kind, String key, String name, boolean live) {}

    /** What names which secret, also those that are not there; what nothing names is left out. */
    Map<String, List<Used>> of(OrganisationId organisation);
}
