/** Which mail about trouble somebody wants. */
@NullMarked
package com.qliento.ui.notice;

import org.jspecify.annotations.NullMarked;
