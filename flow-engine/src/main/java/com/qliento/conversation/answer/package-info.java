/**
 * The answers of one conversation: closed up where they lie, each opened when it is asked for. Knows neither flow nor
 * step.
 */
@ApplicationModule(
        displayName = "conversation.answer",
        allowedDependencies = {"block", "conversation.limit", "inbox", "vault", "rules :: feel"})
@NullMarked
package com.qliento.conversation.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
