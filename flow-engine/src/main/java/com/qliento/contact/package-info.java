/**
 * People as an organisation knows them: found through the identities a message carries, merged when two turn out to be
 * one. What is personal is sealed.
 */
@ApplicationModule(
        displayName = "contact",
        allowedDependencies = {
            "account",
            "organisation",
            "channel",
            "vault",
            "vault :: spi",
            "problem",
            "database",
            "rest"
        })
@NullMarked
package com.qliento.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
