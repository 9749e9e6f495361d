/**
 * The platform's policies as an organisation meets them: which rules there are, which decide today, and the limits by which
 * it tightens them. What a rule says is the module rules'; no organisation brings rules of its own here.
 */
@ApplicationModule(
        displayName = "policy",
        allowedDependencies = {"account", "audit", "organisation", "rules :: policy", "problem", "database", "rest"})
@NullMarked
package com.qliento.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
