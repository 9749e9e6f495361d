@NullMarked
package com.qliento.rules.policy;

import org.jspecify.annotations.NullMarked;
