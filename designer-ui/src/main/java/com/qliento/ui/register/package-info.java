/** The register of processing on screen: read, printed, taken as JSON; who is responsible is written here. */
@NullMarked
package com.qliento.ui.register;

import org.jspecify.annotations.NullMarked;
