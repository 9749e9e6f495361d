/** Code that breaks the rules of the screens, for their tests. */
@NullMarked
package com.qliento.ui.structure.broken;

import org.jspecify.annotations.NullMarked;
