/**
 * Flows that begin at times: once or again and again, for somebody or about nobody, planned by people and programs of the organisation or
 * wished for by a flow that runs. Each planned time begins its flow once, on whichever node; times that passed while no
 * node ran begin it once in all.
 */
@ApplicationModule(
        displayName = "schedule",
        allowedDependencies = {
            "account",
            "audit",
            "block",
            "bpmn",
            "check",
            "organisation",
            "channel",
            "contact",
            "conversation",
            "flow",
            "inbox",
            "policy",
            "run",
            "start",
            "vault",
            "vault :: spi",
            "problem",
            "database",
            "rest",
            "rules :: feel"
        })
@NullMarked
package com.qliento.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
