/**
 * Who takes messages that are for no flow, as long as the feature they are for is not there: they are answered honestly,
 * and nothing is promised. A feature that comes brings a receiver of its own, and the one here goes.
 */
@ApplicationModule(
        displayName = "reception",
        allowedDependencies = {"block", "conversation", "connector :: whatsapp", "rules :: policy"})
@NullMarked
package com.qliento.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
