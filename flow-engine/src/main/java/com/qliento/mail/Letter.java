package com.qliento.mail;

import com.qliento.block.TextBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A letter in the platform's one look, as text and as HTML that loads nothing from elsewhere and can be read by day and in
 * the dark. Nothing in its words becomes HTML.
 *
 * @param title what it is about; empty for a letter of somebody else's words
 * @param closing why it is sent, in small; may be empty
 */
record Letter(Locale language, String title, List<String> paragraphs, String closing) {

    private static final TextBundle WORDS = TextBundle.beside(Letter.class, "Letters");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");
    private static final String LOOK = look();

    private static String look() {
        try (InputStream file = Objects.requireNonNull(Letter.class.getResourceAsStream("letter.html"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Says that mail arrives. */
    static Letter tryOut(Locale language) {
        return new Letter(
                language,
                WORDS.text("try.title", language),
                List.of(WORDS.text("try.works", language), WORDS.text("try.next", language)),
                WORDS.text("try.why", language));
    }

    /** Somebody's own words, a paragraph wherever they left a line empty. */
    static Letter plain(String words) {
        return new Letter(
                Locale.ROOT, "", EMPTY_LINE.splitAsStream(words.strip()).toList(), "");
    }

    String text() {
        var all = String.join("\n\n", paragraphs);
        return (title.isEmpty() ? "" : title + "\n\n") + all + (closing.isEmpty() ? "" : "\n\n-- \n" + closing) + "\n";
    }

    String html() {
        var body = paragraphs.stream()
                .map(paragraph -> "<p>" + escaped(paragraph).replaceAll("\\R", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
        return LOOK.replace("<!--language-->", language.equals(Locale.ROOT) ? "" : " lang=\"" + tag() + "\"")
                .replace("<!--heading-->", title.isEmpty() ? "" : "<h1>" + escaped(title) + "</h1>")
                .replace("<!--title-->", escaped(title))
                .replace("<!--closing-->", closing.isEmpty() ? "" : "<p class=\"closing\">" + escaped(closing) + "</p>")
                .replace("<!--body-->", body);
    }

    private String tag() {
        return escaped(language.toLanguageTag());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return "Letter";
    }
}
