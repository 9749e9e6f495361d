/** Conversations: who talks, where they stand, which way they came, what was said. */
@NullMarked
package com.qliento.ui.conversation;

import org.jspecify.annotations.NullMarked;
