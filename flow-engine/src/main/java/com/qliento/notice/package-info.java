/**
 * Mail to the people of an organisation about what is wrong there: once for each trouble that lasts, to those whose role
 * lets them do something about it and who want it; and to one of them about what they wait for.
 */
@ApplicationModule(
        displayName = "notice",
        allowedDependencies = {
            "access",
            "account",
            "block",
            "call",
            "database",
            "inbox",
            "mail",
            "organisation",
            "outbox",
            "problem",
            "webhook",
            "connector :: http"
        })
@NullMarked
package com.qliento.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
