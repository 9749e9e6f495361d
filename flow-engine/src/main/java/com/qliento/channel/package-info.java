/** The WhatsApp numbers of an organisation: how to recognise what comes in for one and how to send from it. */
@ApplicationModule(
        displayName = "channel",
        allowedDependencies = {"account", "audit", "organisation", "vault", "problem", "database", "rest"})
@NullMarked
package com.qliento.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
