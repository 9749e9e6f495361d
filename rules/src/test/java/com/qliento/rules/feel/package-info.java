@NullMarked
package com.qliento.rules.feel;

import org.jspecify.annotations.NullMarked;
