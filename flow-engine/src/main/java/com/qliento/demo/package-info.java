/** The demo organisation of a first start: a number on the simulated WhatsApp, an API key, the samples published. */
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "organisation",
            "account",
            "channel",
            "flow",
            "draft",
            "ruleset",
            "media",
            "machine",
            "problem",
            "database"
        })
@NullMarked
package com.qliento.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
