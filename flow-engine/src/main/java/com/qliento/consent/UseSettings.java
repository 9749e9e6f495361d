package com.qliento.consent;

import com.qliento.block.Parameter;
import java.util.stream.Stream;

/** For what a block uses the customer's data: alike in all blocks that may use it for more than to serve them. */
public final class UseSettings {

    /** The purpose; the flow leaves the block by its exit {@code not-allowed} when it may not be used for it. */
    public static final Parameter USE = Parameter.choice(
            "use",
            Purpose.SERVICE.code(),
            Stream.of(Purpose.values()).map(Purpose::code).toArray(String[]::new));

    private UseSettings() {}

    /** The purpose of a value; what is none serves them. */
    public static Purpose of(String value) {
        return Purpose.of(value.strip()).orElse(Purpose.SERVICE);
    }
}
