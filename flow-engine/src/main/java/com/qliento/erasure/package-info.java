/**
 * The right to erasure (GDPR Art. 17): one asks, another approves, and then a person is stopped, their keys destroyed, their
 * rows deleted, whoever was told of them told of it, and a certificate signed that a stranger can check. What must not be
 * erased yet is held under a key of its own and goes when its time is over. Asks the features for what they keep, and knows
 * none of them.
 */
@ApplicationModule(
        displayName = "erasure",
        allowedDependencies = {
            "account",
            "audit",
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
package com.qliento.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
