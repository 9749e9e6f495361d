/** Long lists, alike on every screen: rows read as they are scrolled to, sorted, empty, failed; and what of them an address says. */
@NullMarked
package com.qliento.ui.list;

import org.jspecify.annotations.NullMarked;
