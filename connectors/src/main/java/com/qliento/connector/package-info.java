/** Clients of other people's services. Each is a room of its own; none knows an organisation or the engine. */
@NullMarked
package com.qliento.connector;

import org.jspecify.annotations.NullMarked;
