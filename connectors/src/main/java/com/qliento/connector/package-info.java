/** Clients of other people's services. Each is a room of its own; none knows an organisation or the engine. */
@ApplicationModule(
        displayName = "connector",
        allowedDependencies = {})
@NullMarked
package com.qliento.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
