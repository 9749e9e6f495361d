package com.qliento.rules.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** CSV as RFC 4180 has it, and as spreadsheet programs write it. */
final class CsvSheet {

    private static final String BOM = "\uFEFF";
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final Pattern TOLD_SEPARATOR = Pattern.compile("\\Asep=(.)\\R", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("line[: ]*(\\d+)");

    private CsvSheet() {}

    /** UTF-8 with a byte order mark, by which spreadsheet programs know it. */
    static byte[] write(List<List<String>> rows) {
        var out = new StringWriter();
        out.write(BOM);
        CSVFormat format =
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
        try (var printer = new CSVPrinter(out, format)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Guarded::plain).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Grid read(byte[] file) {
        String text = text(file);
        if (text.indexOf('\0') >= 0 || text.stripLeading().startsWith("<") || text.startsWith("%PDF")) {
            throw InvalidSheet.because("no-sheet");
        }
        Matcher told = TOLD_SEPARATOR.matcher(text);
        boolean known = told.find();
        char separator = known ? told.group(1).charAt(0) : separator(text);
        int skipped = known ? 1 : 0;
        if (known && ",;\t|".indexOf(separator) < 0) {
            throw InvalidSheet.because("separator");
        }
        var lines = new ArrayList<Grid.Line>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(known ? told.end() : 0)), format)) {
            for (CSVRecord record : parser) {
                Grid.add(lines, line(record, skipped));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw broken(broken, skipped);
        }
        return new Grid(List.copyOf(lines), separator);
    }

    private static Grid.Line line(CSVRecord record, int skipped) {
        var cells = new ArrayList<Grid.Cell>(record.size());
        record.forEach(cell ->
                cells.add(Grid.Cell.text(Guarded.back(cell.replace("\r\n", "\n").replace('\r', '\n')))));
        return new Grid.Line((int) record.getRecordNumber() + skipped, cells);
    }

    /** What the library says holds the line, and may quote what stands in it. */
    private static InvalidSheet broken(Exception broken, int skipped) {
        Matcher line = LINE.matcher(String.valueOf(broken.getMessage()));
        return line.find()
                ? InvalidSheet.because("quotes-line", Long.parseLong(line.group(1)) + skipped)
                : InvalidSheet.because("quotes");
    }

    private static String text(byte[] file) {
        if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BOM) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(file, OLD_WINDOWS);
        }
    }

    /** The one that stands most often in the first row, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '\n' || character == '\r') && i > 0) {
                break;
            } else if (!quoted && character < counts.length) {
                counts[character]++;
            }
        }
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = counts[candidate] > counts[best] ? candidate : best;
        }
        return best;
    }
}
