/** Packages of all that is kept of a person: asked for, followed, taken, ended. */
@NullMarked
package com.qliento.ui.access;

import org.jspecify.annotations.NullMarked;
