/**
 * What an organisation keeps for calls to other systems, under names: texts of blocks say the name, and only who makes a
 * call reads the value. Nobody is shown it again.
 */
@ApplicationModule(
        displayName = "secret",
        allowedDependencies = {
            "account",
            "audit",
            "organisation",
            "vault",
            "problem",
            "database",
            "rest",
            "rules :: feel"
        })
@NullMarked
package com.qliento.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
