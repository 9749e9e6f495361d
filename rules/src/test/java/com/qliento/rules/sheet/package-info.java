@NullMarked
package com.qliento.rules.sheet;

import org.jspecify.annotations.NullMarked;
