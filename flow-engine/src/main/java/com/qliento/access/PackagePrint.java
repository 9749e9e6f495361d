package com.qliento.access;

import com.qliento.access.PackageText.Pair;
import com.qliento.access.PrintSheets.Look;
import com.qliento.vault.spi.PersonalRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A package for people to print: what the page has, as a PDF. What can't be drawn is shown as a box, and is said to be in the
 * page; what is too much to print as well.
 */
final class PackagePrint {

    /** More than anybody prints, and than fits into the memory while it is made. */
    private static final int MOST_PAGES = 3_000;

    private static final String PAGE = "data.html";

    private final PackageText text;
    private final int most;

    PackagePrint(PackageText text) {
        this(text, MOST_PAGES);
    }

    PackagePrint(PackageText text, int most) {
        this.text = text;
        this.most = most;
    }

    void write(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            describe(document);
            var font = PrintFont.in(document);
            var sheets = new PrintSheets(document, font, page -> text.words("print.page", text.title(), page));
            head(sheets);
            boolean all = kinds(sheets, font);
            if (!all) {
                sheets.heading(Look.HEADING, text.words("print.more.title"));
                sheets.paragraph(Look.TEXT, text.words("print.more", most, PAGE));
            }
            sheets.finish();
            document.save(out);
        }
    }

    private void describe(PDDocument document) {
        var about = document.getDocumentInformation();
        about.setTitle(text.title());
        about.setCreator("Qliento");
        about.setCreationDate(GregorianCalendar.from(text.content().madeAt().atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(text.language().getLanguage());
        catalog.setPageMode(PageMode.USE_OUTLINES);
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private void head(PrintSheets sheets) throws IOException {
        sheets.paragraph(Look.TITLE, text.title());
        sheets.paragraph(Look.TEXT, text.made());
        sheets.paragraph(Look.ASIDE, text.words("print.signs", String.valueOf(PrintFont.BOX), PAGE));
        sheets.heading(Look.HEADING, text.words("about.title"));
        pairs(sheets, text.about());
        int hidden = text.content().hidden().what().size();
        if (hidden > 0) {
            sheets.heading(Look.HEADING, text.words("hidden.title"));
            sheets.paragraph(Look.TEXT, text.words("hidden.text", hidden));
        }
    }

    /** False when it is more than is printed. */
    private boolean kinds(PrintSheets sheets, PrintFont font) throws IOException {
        for (var kind : text.content().byKind().entrySet()) {
            sheets.heading(
                    Look.HEADING, text.kind(kind.getKey(), kind.getValue().size()));
            for (var one : kind.getValue()) {
                if (sheets.pages() >= most) {
                    return false;
                }
                record(sheets, font, one);
            }
        }
        return true;
    }

    private void record(PrintSheets sheets, PrintFont font, PersonalRecord one) throws IOException {
        sheets.line();
        sheets.paragraph(Look.ASIDE, text.time(one.at()));
        if (one.unreadable() != null) {
            sheets.paragraph(Look.TEXT, text.words("unreadable"));
        }
        var values = text.values(one);
        pairs(sheets, values);
        boolean boxed = values.stream()
                .anyMatch(pair -> pair.value().indexOf(PrintFont.BOX) < 0
                        && font.drawable(pair.value()).indexOf(PrintFont.BOX) >= 0);
        if (boxed) {
            sheets.paragraph(Look.ASIDE, text.words("print.boxed", String.valueOf(PrintFont.BOX), PAGE));
        }
    }

    private static void pairs(PrintSheets sheets, List<Pair> pairs) throws IOException {
        for (var pair : pairs) {
            sheets.pair(pair.name(), pair.value());
        }
    }
}
