/** Decisions on the screens: the list of them, and the board on which one is written, tried and published. */
@NullMarked
package com.qliento.ui.rules;

import org.jspecify.annotations.NullMarked;
