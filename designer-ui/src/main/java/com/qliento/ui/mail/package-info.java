/** The organisation's mail: from whom it comes, the server that sends it, and whether that works. */
@NullMarked
package com.qliento.ui.mail;

import org.jspecify.annotations.NullMarked;
