/** What conversations keep of people: answers, where they stand, the ways they went. */
@ApplicationModule(
        displayName = "conversation.person",
        allowedDependencies = {
            "conversation.answer",
            "conversation.limit",
            "rules :: feel",
            "engine",
            "organisation",
            "inbox",
            "vault",
            "vault :: spi"
        })
@NullMarked
package com.qliento.conversation.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
