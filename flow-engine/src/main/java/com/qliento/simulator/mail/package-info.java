/** The mail of the demo: caught instead of sent, kept in memory, bounded, and shown on a page. */
@ApplicationModule(
        displayName = "simulator.mail",
        allowedDependencies = {"simulator", "mail", "organisation", "block", "connector :: mail"})
@NullMarked
package com.qliento.simulator.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
