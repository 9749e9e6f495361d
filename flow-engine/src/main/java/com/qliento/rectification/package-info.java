/**
 * The right to rectification (GDPR Art. 16): what is kept of a person and disputed is not used until somebody decides;
 * then it is corrected where it is kept and whoever was given it is told, or the dispute stays noted. Asks the features for
 * what they keep, and knows none of them.
 */
@ApplicationModule(
        displayName = "rectification",
        allowedDependencies = {
            "account",
            "audit",
            "consent",
            "contact",
            "database",
            "organisation",
            "problem",
            "recipient",
            "rest",
            "vault",
            "vault :: spi",
            "webhook"
        })
@NullMarked
package com.qliento.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
