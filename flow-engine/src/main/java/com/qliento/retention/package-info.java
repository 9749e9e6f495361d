/**
 * How long what came is kept: as the platform's rules say, or shorter where an organisation wants it so. The vault asks
 * here for each value that it opens; a sweep destroys the keys of hours that are over, and drops days of tables.
 */
@ApplicationModule(
        displayName = "retention",
        allowedDependencies = {
            "account",
            "audit",
            "organisation",
            "vault",
            "vault :: spi",
            "database",
            "problem",
            "rest",
            "rules :: policy"
        })
@NullMarked
package com.qliento.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
