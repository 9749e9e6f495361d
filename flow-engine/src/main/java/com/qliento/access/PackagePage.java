package com.qliento.access;

import com.qliento.vault.spi.PersonalRecord;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** A package for people: one page without scripts and without anything from elsewhere, also for a dark screen and for paper. */
final class PackagePage {

    private static final String STYLE = """
            :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:52rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}
            article{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.6rem 0}
            time,dt{opacity:.75;font-size:.85rem}dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.2rem 1rem;margin:.3rem 0}
            dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}.lost{font-style:italic}@media(max-width:34rem){dl{display:block}}
            """;

    private final PackageText text;
    private final StringBuilder html = new StringBuilder();

    PackagePage(PackageText text) {
        this.text = text;
    }

    String html() {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(text.language().getLanguage()))
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(text.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        element("h1", text.title());
        element("p", text.made());
        element("h2", text.words("about.title"));
        pairs(text.about());
        text.content().byKind().forEach(this::kind);
        int hidden = text.content().hidden().what().size();
        if (hidden > 0) {
            element("h2", text.words("hidden.title"));
            element("p", text.words("hidden.text", hidden));
        }
        return html.append("</body></html>").toString();
    }

    private void kind(String kind, List<PersonalRecord> records) {
        element("h2", text.kind(kind, records.size()));
        records.forEach(this::record);
    }

    private void record(PersonalRecord one) {
        html.append("<article><time>").append(escaped(text.time(one.at()))).append("</time>");
        if (one.unreadable() != null) {
            html.append("<p class=\"lost\">")
                    .append(escaped(text.words("unreadable")))
                    .append("</p>");
        }
        pairs(text.values(one));
        html.append("</article>");
    }

    private void pairs(List<PackageText.Pair> pairs) {
        html.append("<dl>");
        pairs.forEach(pair -> html.append("<dt>")
                .append(escaped(pair.name()))
                .append("</dt><dd>")
                .append(escaped(pair.value()))
                .append("</dd>"));
        html.append("</dl>");
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
}
