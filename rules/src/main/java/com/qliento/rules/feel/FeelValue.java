package com.qliento.rules.feel;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.util.NumberEvalHelper;

/** What FEEL can reckon with of what a caller gives. */
public final class FeelValue {

    private FeelValue() {}

    /** Numbers of any kind become FEEL's; so do Java's periods, which FEEL can't compare. The rest stays what it is. */
    public static @Nullable Object of(@Nullable Object given) {
        return given instanceof Period period ? new ComparablePeriod(period) : NumberEvalHelper.coerceNumber(given);
    }
}
