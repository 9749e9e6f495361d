/**
 * Decisions that business users own: DMN files drafted, checked, published, taken back and tried, and the published ones
 * for flows. What they are made of and how they are evaluated is the module rules'.
 */
@ApplicationModule(
        displayName = "ruleset",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "draft",
            "rules :: sheet",
            "organisation",
            "policy",
            "vault",
            "vault :: spi",
            "problem",
            "database",
            "rest",
            "security",
            "rules :: feel",
            "rules :: decision"
        })
@NullMarked
package com.qliento.ruleset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
