/** What one step of a conversation may take and keep, whatever was published. */
@ApplicationModule(
        displayName = "conversation limit",
        allowedDependencies = {"rules :: feel"})
@NullMarked
package com.qliento.conversation.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
