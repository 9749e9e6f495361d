@NullMarked
package com.qliento.rules.decision;

import org.jspecify.annotations.NullMarked;
