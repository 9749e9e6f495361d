/** The structure of the product as tests: what may use what, and what no code may do. Each rule has code that breaks it. */
@NullMarked
package com.qliento.structure;

import org.jspecify.annotations.NullMarked;
