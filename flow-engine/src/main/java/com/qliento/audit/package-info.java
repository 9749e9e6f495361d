/**
 * What was done, by whom and to what: a log that is only ever added to, a chain of hashes for each organisation, a head of
 * it signed each day, and who checks both. Features note a deed in the transaction that does it.
 */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"organisation", "vault", "database"})
@NullMarked
package com.qliento.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
