/**
 * Personal values under two locks, the subject's and the receipt hour's, and secrets under the organisation's; blind
 * indexes for look-ups. Destroying a key makes everything it locked unreadable, in backups too.
 */
@ApplicationModule(
        displayName = "vault",
        allowedDependencies = {"organisation", "problem", "database"})
@NullMarked
package com.qliento.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
