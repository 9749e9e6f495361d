/** The audit: what was done, by whom and to what, and whether it is as it was written. */
@NullMarked
package com.qliento.ui.audit;

import org.jspecify.annotations.NullMarked;
