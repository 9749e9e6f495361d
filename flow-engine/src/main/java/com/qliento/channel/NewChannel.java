package com.qliento.channel;

import com.qliento.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What it takes to connect a number. Holds secrets, so its text shows nothing. */
public record NewChannel(
        String phoneNumberId,
        @Nullable String accountId,
        String displayNumber,
        String appSecret,
        String verifyToken,
        String accessToken) {

    /** A number as somebody wrote it down, or left out. Holds secrets, so its text shows nothing. */
    public record Form(
            @Nullable String phoneNumberId,
            @Nullable String accountId,
            @Nullable String displayNumber,
            @Nullable String appSecret,
            @Nullable String verifyToken,
            @Nullable String accessToken) {

        /**
         * What it takes to connect: spaces at the ends go, of numbers also what is between the digits. Throws
         * {@link Problem} (invalid) that names the first field that can't be used.
         */
        public NewChannel read() {
            return new NewChannel(
                    digits("phoneNumberId", phoneNumberId),
                    accountId == null || accountId.isBlank() ? null : accountId.strip(),
                    digits("displayNumber", displayNumber),
                    filled("appSecret", appSecret),
                    filled("verifyToken", verifyToken),
                    filled("accessToken", accessToken));
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    private static String filled(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(
                    field, "'" + field + "' is needed to connect a number. Meta's app dashboard shows it.");
        }
        return value.strip();
    }

    private static String digits(String field, @Nullable String value) {
        var digits = filled(field, value).replaceAll("[ +()-]", "");
        if (!digits.matches("\\d{5,25}")) {
            throw Problem.invalid(field, "'" + field + "' has 5 to 25 digits. Copy it from Meta's app dashboard.");
        }
        return digits;
    }

    @Override
    public String toString() {
        return "NewChannel";
    }
}
