@NullMarked
package com.qliento.samples;

import org.jspecify.annotations.NullMarked;
