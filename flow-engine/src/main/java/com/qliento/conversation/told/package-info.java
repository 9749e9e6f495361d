/** What happens in one step of a conversation, kept until the step is written. */
@ApplicationModule(
        displayName = "conversation told",
        allowedDependencies = {"happening", "inbox"})
@NullMarked
package com.qliento.conversation.told;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
