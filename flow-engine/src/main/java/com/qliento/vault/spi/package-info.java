/** What is asked of others about what they have sealed: how long it may be read, and whether keys may go. */
@NamedInterface("spi")
@NullMarked
package com.qliento.vault.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
