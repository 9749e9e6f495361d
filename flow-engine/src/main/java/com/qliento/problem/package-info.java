/** What went wrong, told to the caller as an RFC 9457 problem: what, where, and what to do about it. */
@ApplicationModule(
        displayName = "problem",
        allowedDependencies = {})
@NullMarked
package com.qliento.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
