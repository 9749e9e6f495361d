/**
 * BPMN files: read, modelled, written, compiled to what the engine runs; and what is found in them, in people's words.
 * What a file holds beyond the blocks' vocabulary is left out, so nothing an author writes can reach Java.
 */
@ApplicationModule(
        displayName = "bpmn",
        allowedDependencies = {"block", "engine"})
@NullMarked
package com.qliento.bpmn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
