/** The door for people. */
@NullMarked
package com.qliento.ui.signin;

import org.jspecify.annotations.NullMarked;
