package com.qliento.rectification;

import com.qliento.problem.Problem;
import com.qliento.vault.spi.PersonalField;
import com.qliento.vault.spi.PersonalField.Kind;
import com.qliento.vault.spi.PersonalValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A wish with nothing missing. */
record CheckedWish(PersonalField field, String value, String evidence) {

    private static final int MOST_LETTERS = 1_000;

    static CheckedWish of(RectificationWish wish) {
        var field = field(wish.field(), wish.name());
        return new CheckedWish(field, words("value", wish.value()), words("evidence", wish.evidence()));
    }

    static PersonalField field(@Nullable String field, @Nullable String name) {
        var kind = Arrays.stream(Kind.values())
                .filter(one -> one.word().equals(field))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("field", "Say what is corrected: name, phone or answer."));
        if ((kind == Kind.ANSWER) != (name != null && !name.isBlank())) {
            throw Problem.invalid("name", "Say which answer by its name, and nothing for another field.");
        }
        return new PersonalField(kind, kind == Kind.ANSWER ? name : null);
    }

    static String words(String field, @Nullable String words) {
        if (words == null || words.isBlank() || words.length() > MOST_LETTERS) {
            throw Problem.invalid(field, "Say it in words, 1,000 letters at most.");
        }
        return words.strip();
    }

    Problem nothingKept() {
        return Problem.invalid(
                field.kind() == Kind.ANSWER ? "name" : "field",
                "Nothing such is kept of them, or nobody can read it any more. Look at what is kept in their data package.");
    }

    /** What is proposed as it would be kept. Throws {@link Problem} when it is so already, or could not be kept there. */
    String insteadOf(PersonalValue kept) {
        var form = kept.form()
                .apply(value)
                .orElseThrow(() -> Problem.invalid(
                        "value",
                        switch (field.kind()) {
                            case NAME -> "A name has 200 letters at most.";
                            case PHONE ->
                                "Write the number with its country and in digits alone, 15 at most, such as 12025550101.";
                            case ANSWER ->
                                "Write a value of the kind that is kept: a number as 1.5, yes or no as true or false, a date as"
                                        + " 2030-12-31, a list or a structure as JSON.";
                        }));
        if (form.equals(kept.text())) {
            throw Problem.invalid("value", "That is what is kept already.");
        }
        return form;
    }

    @Override
    public String toString() {
        return "CheckedWish";
    }
}
