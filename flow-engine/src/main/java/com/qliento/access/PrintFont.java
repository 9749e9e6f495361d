package com.qliento.access;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of what is printed: Liberation Sans (SIL Open Font License), which PDFBox brings, for Latin, Greek and Cyrillic.
 * What it has no sign for, and scripts that want more than signs in a row, are shown as a box.
 */
final class PrintFont {

    /** Stands for a sign that can't be drawn. */
    static final char BOX = '□';

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What people see as one sign, however many characters it has. */
    private static final Pattern SIGN = Pattern.compile("\\X");

    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final PDFont font;
    private final float perEm;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PrintFont(TrueTypeFont file, PDFont font) throws IOException {
        this.file = file;
        this.glyphs = file.getUnicodeCmapLookup();
        this.font = font;
        this.perEm = file.getUnitsPerEm();
    }

    /** Only the signs that are used go into the document, which closes the font with itself. */
    static PrintFont in(PDDocument document) throws IOException {
        try (var bytes = PrintFont.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw new FileNotFoundException("PDFBox brings no " + FILE);
            }
            var file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Else "fi" would be one sign that is searched for in vain.
            file.setEnableGsub(false);
            return new PrintFont(file, PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be drawn, with line ends alone left of what steers. */
    String drawable(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\t", "    ");
        if (composed.codePoints().allMatch(one -> one == '\n' || has(one))) {
            return composed;
        }
        var drawn = new StringBuilder();
        var signs = SIGN.matcher(composed.replaceAll("\\R", "\n"));
        while (signs.find()) {
            var sign = signs.group();
            if (sign.equals("\n") || sign.codePoints().allMatch(this::has)) {
                drawn.append(sign);
            } else if (!sign.codePoints().allMatch(PrintFont::isUnseen)) {
                drawn.append(BOX);
            }
        }
        return drawn.toString();
    }

    private boolean has(int character) {
        byte direction = Character.getDirectionality(character);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && !isUnseen(character)
                && glyphs.getGlyphId(character) != 0;
    }

    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** The text in lines of this width at most; a word that is longer is cut. */
    List<String> lines(String text, float size, float width) {
        var lines = new ArrayList<String>();
        for (var paragraph : drawable(text).split("\n", -1)) {
            paragraph(paragraph, width / size, lines);
        }
        return lines;
    }

    private void paragraph(String text, float width, List<String> lines) {
        int start = 0;
        int lastSpace = -1;
        float used = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            used += width(character);
            if (character == ' ') {
                lastSpace = at;
            }
            if (used > width && at > start) {
                int end = lastSpace > start ? lastSpace : at;
                lines.add(text.substring(start, end));
                start = lastSpace > start ? lastSpace + 1 : at;
                at = start;
                lastSpace = -1;
                used = 0;
            } else {
                at += Character.charCount(character);
            }
        }
        lines.add(text.substring(start));
    }

    /** How wide a line is that can be drawn. */
    float width(String line, float size) {
        float width = 0;
        for (int character : line.codePoints().toArray()) {
            width += width(character);
        }
        return width * size;
    }

    /** In parts of the size of the font. */
    private float width(int character) {
        return widths.computeIfAbsent(character, this::measured);
    }

    private float measured(int character) {
        try {
            return file.getAdvanceWidth(glyphs.getGlyphId(character)) / perEm;
        } catch (IOException unreadable) {
            throw new IllegalStateException("the font that PDFBox brings can't be read", unreadable);
        }
    }
}
