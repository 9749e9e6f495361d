/** Flows: list, gallery, drawing board, phone, versions. */
@NullMarked
package com.qliento.ui.flow;

import org.jspecify.annotations.NullMarked;
