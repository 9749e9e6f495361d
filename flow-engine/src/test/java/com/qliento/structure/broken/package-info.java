/** Code that breaks the rules, one class a rule; never run. */
@NullMarked
package com.qliento.structure.broken;

import org.jspecify.annotations.NullMarked;
