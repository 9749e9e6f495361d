package com.qliento.block;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a choice as it goes out: {@link Choice#id} and what tells which message offered it, so that a tap says which
 * question it answers. At most 155 characters, where WhatsApp takes 200.
 *
 * @param choice the choice's own id
 * @param question whether a question offered it, not a message that only shows choices
 * @param offer which offer of the conversation
 * @param looks the same for messages that offer the same, to the letter
 */
public record TapId(String choice, boolean question, UUID offer, String looks) {

    private static final Pattern WRITTEN = Pattern.compile("(.*)~([qs])([0-9a-f]{16})([0-9a-f]{16})([0-9a-f]{8})");

    /** Reads an id that was tapped; empty when it is not one of ours, such as a template's or one of an older release. */
    public static Optional<TapId> read(@Nullable String id) {
        var parts = WRITTEN.matcher(id == null ? "" : id);
        return parts.matches()
                ? Optional.of(new TapId(
                        parts.group(1),
                        parts.group(2).equals("q"),
                        new UUID(
                                Long.parseUnsignedLong(parts.group(3), 16), Long.parseUnsignedLong(parts.group(4), 16)),
                        parts.group(5)))
                : Optional.empty();
    }

    /** The choice's own id of an id that was tapped: itself when it is not one of ours. */
    public static String choiceOf(String id) {
        return read(id).map(TapId::choice).orElse(id);
    }

    /** The id that {@link #read} reads. */
    public String written() {
        return choice + "~" + (question ? "q" : "s")
                + HexFormat.of().toHexDigits(offer.getMostSignificantBits())
                + HexFormat.of().toHexDigits(offer.getLeastSignificantBits()) + looks;
    }

    /** Not the choice's id, which is made of its title. */
    @Override
    public String toString() {
        return "TapId[" + offer + "]";
    }
}
