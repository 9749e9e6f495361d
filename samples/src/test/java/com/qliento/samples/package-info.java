/** Plays each sample's conversation against the running application and the simulated WhatsApp. */
@NullMarked
package com.qliento.samples;

import org.jspecify.annotations.NullMarked;
