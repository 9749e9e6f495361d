package com.qliento.secret;

import com.qliento.problem.Problem;
import java.util.regex.Pattern;

/** The form of a secret's name: letters without accents, digits, hyphens and underscores, 50 at most. */
final class SecretName {

    static final String FORM = "[A-Za-z0-9_-]{1,50}";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private SecretName() {}

    /** The name; throws {@link Problem} (invalid) when it has another form. */
    static String checked(String name) {
        if (!WHOLE.matcher(name).matches()) {
            throw Problem.invalid(
                    "name",
                    "A secret's name has letters without accents, digits, hyphens and underscores, 50 at most."
                            + " Choose such a name.");
        }
        return name;
    }
}
