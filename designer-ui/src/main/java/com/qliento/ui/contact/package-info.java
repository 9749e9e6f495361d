/** People: found, and what is known of one, may be done with their data, and is kept until when. */
@NullMarked
package com.qliento.ui.contact;

import org.jspecify.annotations.NullMarked;
