/** Compiles and evaluates what a business user writes: FEEL expressions and texts with FEEL in them. Drools never leaves it. */
@NullMarked
package com.qliento.rules;

import org.jspecify.annotations.NullMarked;
