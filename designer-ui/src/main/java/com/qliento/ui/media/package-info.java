/** The organisation's files: seen, brought, deleted. */
@NullMarked
package com.qliento.ui.media;

import org.jspecify.annotations.NullMarked;
