/**
 * What several people write: saved on a revision, put aside, published as versions with a note, taken back, and told to all
 * who have it open. Whose it is and what it has to be, its {@link com.qliento.draft.Subject} says.
 */
@ApplicationModule(
        displayName = "draft",
        allowedDependencies = {"account", "audit", "organisation", "problem", "database", "security"})
@NullMarked
package com.qliento.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
