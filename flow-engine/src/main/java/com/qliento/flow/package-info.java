/**
 * A flow's life: drafted, checked, published, put on numbers, taken back, listed.
 */
@ApplicationModule(
        displayName = "flow",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "draft",
            "ruleset",
            "engine",
            "happening",
            "organisation",
            "media",
            "secret",
            "problem",
            "database",
            "rest",
            "security",
            "rules :: feel",
            "rules :: decision",
            "bpmn",
            "guard",
            "host",
            "check",
            "vault :: spi"
        })
@NullMarked
package com.qliento.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
