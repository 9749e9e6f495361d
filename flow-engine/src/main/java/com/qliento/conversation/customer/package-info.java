/**
 * Who a conversation is with, and where replies to them go. Knows neither flow nor step.
 */
@ApplicationModule(
        displayName = "conversation.customer",
        allowedDependencies = {"consent", "contact", "inbox", "connector :: whatsapp"})
@NullMarked
package com.qliento.conversation.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
