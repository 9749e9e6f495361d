package com.qliento.ruleset;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Map;

/** Something that decides by decisions, and so keeps them from being deleted. Runs in a transaction of the organisation. */
public interface DecisionUse {

    /**
     * What decides by one.
     *
     * @param key of what decides
     * @param name by which people know it
     * @param live whether customers are in it now; else only a draft decides by it
     */
    record Used(String key, String name, boolean live) {}

    /** What decides by which decision, by its key; decisions that nothing uses are left out. */
    Map<String, List<Used>> of(OrganisationId organisation);
}
