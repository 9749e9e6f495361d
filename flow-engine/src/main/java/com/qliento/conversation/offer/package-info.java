/**
 * What a conversation offers to tap, and how a message says so. Knows neither flow nor step.
 */
@ApplicationModule(
        displayName = "conversation.offer",
        allowedDependencies = {"block", "database", "connector :: whatsapp"})
@NullMarked
package com.qliento.conversation.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
