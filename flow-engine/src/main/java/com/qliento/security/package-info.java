/** What happened at the doors, told to those who watch over them: one log, events with names, and no personal data. */
@ApplicationModule(
        displayName = "security",
        allowedDependencies = {})
@NullMarked
package com.qliento.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
