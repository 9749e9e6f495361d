package com.qliento.structure.broken;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Gets what it needs behind its own back. */
public final class InjectedField {

    @Autowired
    @Nullable
    Clock clock;
}
