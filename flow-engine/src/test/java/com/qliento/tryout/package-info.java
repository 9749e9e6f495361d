@NullMarked
package com.qliento.tryout;

import org.jspecify.annotations.NullMarked;
