/**
 * Runs: flows about nobody. Another system, a schedule or another flow begins one with values; it works in a lane of its
 * own, may answer whoever began it, and ends. What it was given and what it answers is sealed for the run alone.
 */
@ApplicationModule(
        displayName = "run",
        allowedDependencies = {
            "account",
            "block",
            "bpmn",
            "call",
            "check",
            "organisation",
            "inbox",
            "flow",
            "conversation",
            "vault",
            "problem",
            "database",
            "rest",
            "rules :: feel"
        })
@NullMarked
package com.qliento.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
