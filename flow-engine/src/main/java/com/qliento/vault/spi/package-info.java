/** What the vault asks others for: how long what came may be read. */
@NamedInterface("spi")
@NullMarked
package com.qliento.vault.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
