/**
 * What happens that somebody beside the way may want to hear of: the features tell it in the transaction in which it
 * happens, and know nobody who hears it. While nobody listens, nothing is made and nothing is written.
 */
@ApplicationModule(
        displayName = "happening",
        allowedDependencies = {"organisation", "database"})
@NullMarked
package com.qliento.happening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
