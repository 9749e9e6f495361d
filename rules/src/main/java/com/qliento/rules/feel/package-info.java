/** FEEL: expressions and texts with expressions in them, checked, bounded and evaluated; values that can be kept. */
@NamedInterface("feel")
@NullMarked
package com.qliento.rules.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
