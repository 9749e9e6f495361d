/** The audit as those see it who may: its entries, whether they are as they were written, and what proves it elsewhere. */
@ApplicationModule(
        displayName = "trail",
        allowedDependencies = {"account", "audit", "organisation", "vault", "problem", "rest"})
@NullMarked
package com.qliento.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
