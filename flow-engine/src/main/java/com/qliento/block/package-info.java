/**
 * The chat block vocabulary. One definition a block: its BPMN element, parameters and texts; the element templates of
 * the designer, the checker's allow-list and the list of handlers all come from here.
 */
@ApplicationModule(
        displayName = "block",
        allowedDependencies = {})
@NullMarked
package com.qliento.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
