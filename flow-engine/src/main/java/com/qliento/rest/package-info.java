/** What all REST interfaces have in common: who calls, pages, problems, answers to repeated requests. */
@ApplicationModule(
        displayName = "rest",
        allowedDependencies = {"organisation", "problem", "database", "door", "security", "vault", "vault :: spi"})
@NullMarked
package com.qliento.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
