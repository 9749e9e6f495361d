/**
 * What happens elsewhere and a flow waits for: a payment, an approval, a parcel that arrived. Another system tells it by a
 * reference that both know.
 */
@ApplicationModule(
        displayName = "event",
        allowedDependencies = {
            "account",
            "block",
            "call",
            "inbox",
            "organisation",
            "conversation",
            "problem",
            "rest",
            "connector :: whatsapp",
            "rules :: feel"
        })
@NullMarked
package com.qliento.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
