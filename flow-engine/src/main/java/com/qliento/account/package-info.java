/** People who sign in: their accounts, the organisations they work for, and what their role there allows. */
@ApplicationModule(
        displayName = "account",
        allowedDependencies = {"audit", "organisation", "vault", "problem", "database", "security", "rules :: policy"})
@NullMarked
package com.qliento.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
