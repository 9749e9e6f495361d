package com.qliento.rules.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Workbooks with parts that no library would write. */
final class Workbooks {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    /** A true workbook with these parts in place of its own. */
    static byte[] with(Map<String, String> parts) {
        var all = new LinkedHashMap<String, String>();
        byte[] whole = XlsxSheet.write(List.of(List.of("a", "b"), List.of("1", "2")), 1);
        try (var in = ZipFile.builder().setByteArray(whole).get()) {
            for (var entry : Collections.list(in.getEntries())) {
                all.put(entry.getName(), new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    /** Two cells of text. */
    static String row(int number, String first, String second) {
        String cell = "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>";
        return "<row r=\"%d\">".formatted(number) + cell.formatted("A", number, first)
                + cell.formatted("B", number, second) + "</row>";
    }
}
