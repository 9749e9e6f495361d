/** Webhooks: which other systems are told what happens, and what they were sent. */
@NullMarked
package com.qliento.ui.webhook;

import org.jspecify.annotations.NullMarked;
