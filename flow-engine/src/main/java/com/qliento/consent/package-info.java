/**
 * What people agreed to, refused and took back, as a ledger that is only added to; what limits the use of their data by
 * law; and the one question of everybody who uses it: may I, for this purpose?
 */
@ApplicationModule(
        displayName = "consent",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "contact",
            "database",
            "organisation",
            "problem",
            "rest",
            "vault",
            "vault :: spi"
        })
@NullMarked
package com.qliento.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
