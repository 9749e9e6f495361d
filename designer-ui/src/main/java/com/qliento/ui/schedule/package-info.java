/** Schedules: which flows begin at which times, what became of each, and the words that times are chosen by. */
@NullMarked
package com.qliento.ui.schedule;

import org.jspecify.annotations.NullMarked;
