/**
 * Compiles and evaluates what a business user writes: FEEL expressions, texts with FEEL in them, decisions in DMN. Drools
 * never leaves it.
 */
@NullMarked
package com.qliento.rules;

import org.jspecify.annotations.NullMarked;
