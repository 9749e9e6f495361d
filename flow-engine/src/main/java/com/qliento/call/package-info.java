/**
 * Calls to other systems: asked for in a step, made outside any transaction once the step is durable, answered as a result
 * in the lane of whoever waits. Knows when a call may be made and how often, not what is in it: that is its
 * {@link com.qliento.call.Callee}'s.
 */
@ApplicationModule(
        displayName = "call",
        allowedDependencies = {
            "block",
            "organisation",
            "database",
            "vault",
            "vault :: spi",
            "inbox",
            "happening",
            "problem",
            "rules :: feel"
        })
@NullMarked
package com.qliento.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
