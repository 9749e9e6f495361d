/**
 * Flows: BPMN files read, checked against the allow-list, compiled to what the engine runs, drafted, published and taken
 * back. What a file holds beyond the blocks' vocabulary is refused or left out, so nothing an author writes can reach
 * Java.
 */
@ApplicationModule(
        displayName = "flow",
        allowedDependencies = {
            "account",
            "block",
            "ruleset",
            "engine",
            "organisation",
            "media",
            "problem",
            "database",
            "rest",
            "security",
            "connector :: whatsapp",
            "rules :: feel",
            "rules :: decision"
        })
@NullMarked
package com.qliento.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
