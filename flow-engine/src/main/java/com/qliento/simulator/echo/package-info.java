/**
 * Another system, for flows that try a request: answers with what it was asked. In the demo alone, and reached by requests
 * of flows at this path alone.
 */
@ApplicationModule(
        displayName = "simulator.echo",
        allowedDependencies = {"simulator", "guard"})
@NullMarked
package com.qliento.simulator.echo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
