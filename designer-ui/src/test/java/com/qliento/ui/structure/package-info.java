/** How the screens are built, held by tests. */
@NullMarked
package com.qliento.ui.structure;

import org.jspecify.annotations.NullMarked;
