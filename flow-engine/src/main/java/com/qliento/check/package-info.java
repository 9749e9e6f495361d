/**
 * The rules a flow must keep before it may run: one bean a rule, collected and not listed, all of them asked on every change
 * of a drawing.
 */
@ApplicationModule(
        displayName = "check",
        allowedDependencies = {
            "block",
            "bpmn",
            "media",
            "secret",
            "guard",
            "rules :: feel",
            "rules :: decision",
            "connector :: whatsapp"
        })
@NullMarked
package com.qliento.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
