/** How long what came is kept, and why; how the last sweeps went. */
@NullMarked
package com.qliento.ui.retention;

import org.jspecify.annotations.NullMarked;
