@NullMarked
package com.qliento;

import org.jspecify.annotations.NullMarked;
