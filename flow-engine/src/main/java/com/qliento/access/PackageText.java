package com.qliento.access;

import com.qliento.block.TextBundle;
import com.qliento.vault.spi.PersonalRecord;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a package says to people, in their language, whatever it is written on. */
final class PackageText {

    private static final TextBundle WORDS = TextBundle.beside(PackageText.class, "Packages");
    private static final List<String> ABOUT =
            List.of("purposes", "categories", "recipients", "periods", "rights", "source", "automated");

    private final PackageContent content;
    private final DateTimeFormatter times;

    PackageText(PackageContent content) {
        this.content = content;
        this.times = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", content.language())
                .withZone(ZoneOffset.UTC);
    }

    /** Something by its name. */
    record Pair(String name, String value) {

        @Override
        public String toString() {
            return "Pair";
        }
    }

    Locale language() {
        return content.language();
    }

    PackageContent content() {
        return content;
    }

    String title() {
        return words("title", content.organisation());
    }

    String made() {
        return words("made", time(content.madeAt()), content.records().size());
    }

    /** What the law wants a person to be told besides (GDPR Art. 15(1)). */
    List<Pair> about() {
        var recipients = String.join(", ", content.recipients());
        return ABOUT.stream()
                .map(one -> new Pair(
                        words("about." + one + ".name"),
                        one.equals("recipients") && recipients.isEmpty()
                                ? words("about.recipients.none")
                                : words("about." + one, recipients, content.organisation())))
                .toList();
    }

    String kind(String kind, int count) {
        return WORDS.find("kind." + kind, content.language()).orElse(kind) + " (" + count + ")";
    }

    /** Without what is as it travelled: that is for programs, in the other file. */
    List<Pair> values(PersonalRecord one) {
        var pairs = new ArrayList<Pair>();
        one.values().forEach((name, value) -> {
            if (value != null && !name.equals("asSent")) {
                pairs.add(
                        new Pair(WORDS.find("value." + name, content.language()).orElse(name), said(value)));
            }
        });
        return pairs;
    }

    private static String said(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(PackageText::said).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return String.join(
                    "\n",
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + said(entry.getValue()))
                            .toList());
        }
        return String.valueOf(value);
    }

    String time(Instant at) {
        return times.format(at);
    }

    String words(String key, Object... values) {
        Format words = new MessageFormat(WORDS.text(key, content.language()), content.language());
        return words.format(values);
    }
}
