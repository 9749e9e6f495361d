/** What a business user writes, compiled and evaluated, and the platform's own rules. Drools never leaves it. */
@NullMarked
package com.qliento.rules;

import org.jspecify.annotations.NullMarked;
