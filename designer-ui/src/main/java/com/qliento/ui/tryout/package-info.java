/** A flow tried on a phone: the chat, its clock and customer, why it answers so, and its test cases. */
@NullMarked
package com.qliento.ui.tryout;

import org.jspecify.annotations.NullMarked;
