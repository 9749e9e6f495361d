/** A package that says nothing about what it holds. */
@NullMarked
package com.qliento.structure.broken.helper;

import org.jspecify.annotations.NullMarked;
