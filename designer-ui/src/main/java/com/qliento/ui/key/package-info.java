/** API keys: by which programs of the organisation call, and what each may do. */
@NullMarked
package com.qliento.ui.key;

import org.jspecify.annotations.NullMarked;
