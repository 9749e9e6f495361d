/**
 * What a block is: its BPMN element, parameters, exits and words. The vocabulary is collected from the sets of blocks
 * there are; the element templates of the designer, the checker's allow-list and what runs all come from it.
 */
@ApplicationModule(
        displayName = "block",
        allowedDependencies = {})
@NullMarked
package com.qliento.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
