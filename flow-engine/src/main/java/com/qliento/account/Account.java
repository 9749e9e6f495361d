package com.qliento.account;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param name as colleagues see it
 * @param language that the screens speak to them; null leaves it to their browser
 * @param zone that their days are counted in
 */
public record Account(
        AccountId id, String email, String name, @Nullable Locale language, ZoneId zone) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
