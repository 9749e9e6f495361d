/** Where a conversation stands in a flow. Knows neither flow nor step. */
@ApplicationModule(
        displayName = "conversation.position",
        allowedDependencies = {})
@NullMarked
package com.qliento.conversation.position;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
