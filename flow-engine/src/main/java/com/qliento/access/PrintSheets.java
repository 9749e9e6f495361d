package com.qliento.access;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Pages that are filled from top to bottom. */
final class PrintSheets {

    /** How text looks. */
    enum Look {
        TITLE(18, Color.BLACK),
        HEADING(13, Color.BLACK),
        TEXT(10, Color.BLACK),
        ASIDE(8.5f, new Color(0x4a5a53));

        private final float size;
        private final Color ink;

        Look(float size, Color ink) {
            this.size = size;
            this.ink = ink;
        }

        private float line() {
            return size * 1.35f;
        }
    }

    private static final PDRectangle PAGE = PDRectangle.A4;
    private static final float MARGIN = 56;
    private static final float NAMES = 120;
    private static final float TOTAL = 60;
    private static final Color LINE = new Color(0xc9d2ce);

    private final PDDocument document;
    private final PrintFont font;
    private final Footer footer;
    private final PDAppearanceStream total;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private @Nullable PDPageContentStream pen;
    private float top;

    PrintSheets(PDDocument document, PrintFont font, Footer footer) {
        this.document = document;
        this.font = font;
        this.footer = footer;
        this.total = new PDAppearanceStream(document);
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** A heading that is found in the list of contents as well, and is not left alone at the end of a page. */
    void heading(Look look, String text) throws IOException {
        space(look.line());
        room(look.line() * 4);
        var place = new PDPageXYZDestination();
        place.setPage(document.getPage(pages() - 1));
        place.setTop((int) (top + look.line()));
        var item = new PDOutlineItem();
        item.setTitle(text);
        item.setDestination(place);
        outline.addLast(item);
        paragraph(look, text);
    }

    /** Text over the whole width. */
    void paragraph(Look look, String text) throws IOException {
        for (var line : font.lines(text, look.size, PAGE.getWidth() - 2 * MARGIN)) {
            room(look.line());
            top -= look.line();
            draw(look, MARGIN, line);
        }
    }

    /** A name and beside it what goes by it. */
    void pair(String name, String value) throws IOException {
        var names = font.lines(name, Look.ASIDE.size, NAMES - 10);
        var values = font.lines(value, Look.TEXT.size, PAGE.getWidth() - 2 * MARGIN - NAMES);
        for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
            room(Look.TEXT.line());
            top -= Look.TEXT.line();
            draw(Look.ASIDE, MARGIN, at(names, i));
            draw(Look.TEXT, MARGIN + NAMES, at(values, i));
        }
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }

    /** A line across, with some room for what follows. */
    void line() throws IOException {
        space(5);
        room(Look.TEXT.line() * 3);
        var drawing = pen();
        drawing.setStrokingColor(LINE);
        drawing.setLineWidth(0.5f);
        drawing.moveTo(MARGIN, top);
        drawing.lineTo(PAGE.getWidth() - MARGIN, top);
        drawing.stroke();
        space(3);
    }

    private void space(float height) {
        top -= height;
    }

    private void draw(Look look, float left, String line) throws IOException {
        if (line.isBlank()) {
            return;
        }
        write(pen(), look, left, top, line);
    }

    private void write(PDPageContentStream on, Look look, float left, float base, String line) throws IOException {
        on.beginText();
        on.setFont(font.font(), look.size);
        on.setNonStrokingColor(look.ink);
        on.newLineAtOffset(left, base);
        on.showText(line);
        on.endText();
    }

    private PDPageContentStream pen() throws IOException {
        room(0);
        if (pen == null) {
            throw new IllegalStateException("no page");
        }
        return pen;
    }

    /** Goes to a new page when there is less than this left of the old one. */
    private void room(float height) throws IOException {
        if (pen != null && top - height >= MARGIN) {
            return;
        }
        lift();
        var page = new PDPage(PAGE);
        document.addPage(page);
        pen = new PDPageContentStream(document, page);
        top = PAGE.getHeight() - MARGIN;
        foot(pen);
    }

    private void foot(PDPageContentStream drawing) throws IOException {
        var said = font.drawable(footer.of(pages()) + " ");
        write(drawing, Look.ASIDE, MARGIN, MARGIN / 2, said);
        drawing.saveGraphicsState();
        drawing.transform(Matrix.getTranslateInstance(MARGIN + font.width(said, Look.ASIDE.size), MARGIN / 2));
        drawing.drawForm(total);
        drawing.restoreGraphicsState();
    }

    private void lift() throws IOException {
        if (pen != null) {
            pen.close();
            pen = null;
        }
    }

    /** Says on every page how many there are: one drawing, which all pages show. */
    void finish() throws IOException {
        lift();
        total.setResources(new PDResources());
        total.setBBox(new PDRectangle(0, -Look.ASIDE.size, TOTAL, 2 * Look.ASIDE.size));
        var bytes = total.getStream().createOutputStream();
        try (var drawing = new PDPageContentStream(document, total, bytes)) {
            write(drawing, Look.ASIDE, 0, 0, String.valueOf(pages()));
        }
    }

    /** What stands under a page, before the number of all pages. */
    interface Footer {
        String of(int page);
    }
}
