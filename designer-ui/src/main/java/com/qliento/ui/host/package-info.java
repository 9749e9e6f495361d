/** The hosts that requests of flows may go to: allowed and taken out by owners, asked for by whoever draws. */
@NullMarked
package com.qliento.ui.host;

import org.jspecify.annotations.NullMarked;
