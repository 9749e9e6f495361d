/** Decisions in DMN: read, checked, analysed, evaluated, explained. */
@NamedInterface("decision")
@NullMarked
package com.qliento.rules.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
