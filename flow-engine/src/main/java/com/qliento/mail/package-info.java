/**
 * Mail that flows and the platform send: from whom an organisation's comes, the letters of the platform, and the way to the
 * server. In the demo nothing leaves the machine.
 */
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {
            "account",
            "audit",
            "organisation",
            "block",
            "bpmn",
            "check",
            "consent",
            "call",
            "inbox",
            "conversation",
            "vault",
            "problem",
            "register",
            "database",
            "connector :: http",
            "connector :: mail",
            "rules :: feel"
        })
@NullMarked
package com.qliento.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
