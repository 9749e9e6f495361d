/** A set of blocks that is there in tests only: what it takes to bring one along. */
@NullMarked
package com.qliento.trial;

import org.jspecify.annotations.NullMarked;
