/**
 * What came in and is not handled yet, kept until its effect is committed. Knows lanes (one per contact and channel, in
 * order of arrival), not what is done with a message.
 */
@ApplicationModule(
        displayName = "inbox",
        allowedDependencies = {"organisation", "vault", "problem", "database"})
@NullMarked
package com.qliento.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
