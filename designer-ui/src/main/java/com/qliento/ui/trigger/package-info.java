/** Triggers: the addresses by which other systems begin flows, what came to them, and what becomes of it. */
@NullMarked
package com.qliento.ui.trigger;

import org.jspecify.annotations.NullMarked;
