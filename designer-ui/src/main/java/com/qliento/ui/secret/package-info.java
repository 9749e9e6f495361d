/** The organisation's secrets: which there are and what names them; set, replaced, deleted, and never shown. */
@NullMarked
package com.qliento.ui.secret;

import org.jspecify.annotations.NullMarked;
