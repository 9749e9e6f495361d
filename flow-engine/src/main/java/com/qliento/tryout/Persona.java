package com.qliento.tryout;

import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The customer that somebody plays: invented, so not sealed.
 *
 * @param name as WhatsApp would tell it; null for somebody without one
 * @param phone digits only
 * @param language a language tag such as {@code es}; flows read it as {@code contact.language}
 */
public record Persona(@Nullable String name, String phone, String language) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}");

    /** Their numbers belong to nobody: 555-01xx is kept free for stories. */
    private static final List<Persona> SAMPLES = List.of(
            new Persona("Alex Rivera", "12025550101", "en"),
            new Persona("Lucía Gómez", "12025550102", "es"),
            new Persona("João Almeida", "12025550103", "pt"),
            new Persona(null, "12025550104", "en"));

    public Persona {
        name = name == null || name.isBlank() ? null : KeptText.of(name).strip();
        phone = Objects.requireNonNullElse(phone, "").replaceAll("[^0-9]", "");
        language = Objects.requireNonNullElse(language, "en").strip();
        if (phone.length() < 7 || phone.length() > 15) {
            throw Problem.invalid("phone", "A phone number has 7 to 15 digits. Write one like 12025550101.");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw Problem.invalid("language", "A language is a tag such as es or pt-BR.");
        }
        if (name != null && name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A name has at most " + LONGEST_NAME + " characters.")
                    .with("most", LONGEST_NAME);
        }
    }

    /** A few to choose from; one of them has no name. */
    public static List<Persona> samples() {
        return SAMPLES;
    }

    @Override
    public String toString() {
        return "Persona";
    }
}
