/** What needs me now. */
@NullMarked
package com.qliento.ui.home;

import org.jspecify.annotations.NullMarked;
