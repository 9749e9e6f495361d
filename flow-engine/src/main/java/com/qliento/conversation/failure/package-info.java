/** What makes a step fail that is no fault of its flow. Knows neither flow nor step. */
@ApplicationModule(
        displayName = "conversation.failure",
        allowedDependencies = {"vault"})
@NullMarked
package com.qliento.conversation.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
