@NullMarked
package com.qliento.rules;

import org.jspecify.annotations.NullMarked;
