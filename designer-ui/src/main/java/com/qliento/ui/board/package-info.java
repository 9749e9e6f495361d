/** One flow on the drawing board: kept, published, taken back, compared, and watched while people are in it. */
@NullMarked
package com.qliento.ui.board;

import org.jspecify.annotations.NullMarked;
