/**
 * Requests to other people's servers that can't be turned against ourselves: an address is looked at as it is written, where
 * its name leads when the connection is made, and again after each redirect. Answers are bounded in time and size.
 */
@ApplicationModule(
        displayName = "guard",
        allowedDependencies = {"machine", "connector :: http"})
@NullMarked
package com.qliento.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
