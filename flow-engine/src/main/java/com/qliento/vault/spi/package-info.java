/**
 * What is asked of others about what they have sealed: how long it may be read, whether keys may go, and what of it is a
 * person's, so that all of theirs can be found.
 */
@NamedInterface("spi")
@NullMarked
package com.qliento.vault.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
