package com.qliento.access;

import com.qliento.block.TextBundle;
import com.qliento.vault.spi.PersonalRecord;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A package for people: one page without scripts and without anything from elsewhere, also for a dark screen and for paper. */
final class PackagePage {

    private static final TextBundle WORDS = TextBundle.beside(PackagePage.class, "Packages");
    private static final List<String> ABOUT =
            List.of("purposes", "categories", "recipients", "periods", "rights", "source", "automated");
    private static final String STYLE = """
            :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:52rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}
            article{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.6rem 0}
            time,dt{opacity:.75;font-size:.85rem}dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.2rem 1rem;margin:.3rem 0}
            dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}.lost{font-style:italic}@media(max-width:34rem){dl{display:block}}
            """;

    private final PackageContent content;
    private final StringBuilder html = new StringBuilder();
    private final DateTimeFormatter times;

    PackagePage(PackageContent content) {
        this.content = content;
        this.times = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", content.language())
                .withZone(ZoneOffset.UTC);
    }

    String html() {
        var title = words("title", content.organisation());
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(content.language().getLanguage()))
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        element("h1", title);
        element(
                "p",
                words("made", times.format(content.madeAt()), content.records().size()));
        about();
        content.byKind().forEach(this::kind);
        if (!content.hidden().what().isEmpty()) {
            element("h2", words("hidden.title"));
            element("p", words("hidden.text", content.hidden().what().size()));
        }
        return html.append("</body></html>").toString();
    }

    private void about() {
        element("h2", words("about.title"));
        html.append("<dl>");
        for (var one : ABOUT) {
            var recipients = String.join(", ", content.recipients());
            var said = one.equals("recipients") && recipients.isEmpty()
                    ? words("about.recipients.none")
                    : words("about." + one, recipients, content.organisation());
            pair(words("about." + one + ".name"), said);
        }
        html.append("</dl>");
    }

    private void kind(String kind, List<PersonalRecord> records) {
        element("h2", WORDS.find("kind." + kind, content.language()).orElse(kind) + " (" + records.size() + ")");
        records.forEach(this::record);
    }

    private void record(PersonalRecord one) {
        html.append("<article><time>").append(escaped(time(one.at()))).append("</time>");
        if (one.unreadable() != null) {
            html.append("<p class=\"lost\">")
                    .append(escaped(words("unreadable")))
                    .append("</p>");
        }
        html.append("<dl>");
        one.values().forEach((name, value) -> {
            // As it travelled: for programs, in the other file.
            if (value != null && !name.equals("asSent")) {
                pair(WORDS.find("value." + name, content.language()).orElse(name), said(value));
            }
        });
        html.append("</dl></article>");
    }

    private String time(Instant at) {
        return times.format(at);
    }

    private static String said(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(PackagePage::said).toList());
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

    private void pair(String name, String value) {
        html.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private void element(String tag, String text) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append('>');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String words(String key, Object... values) {
        Format words = new MessageFormat(WORDS.text(key, content.language()), content.language());
        return words.format(values);
    }
}
