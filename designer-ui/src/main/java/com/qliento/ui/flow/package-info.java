/** Flows: the list of them, files and samples that become one. */
@NullMarked
package com.qliento.ui.flow;

import org.jspecify.annotations.NullMarked;
