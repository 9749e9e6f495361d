/** Connections: the numbers of the organisation, how they are, and which flow answers on which. */
@NullMarked
package com.qliento.ui.connection;

import org.jspecify.annotations.NullMarked;
