/** A whole Qliento for tests: real PostgreSQL, real Camunda, a Graph API that remembers, a clock that tests move. */
@NullMarked
package com.qliento.scene;

import org.jspecify.annotations.NullMarked;
