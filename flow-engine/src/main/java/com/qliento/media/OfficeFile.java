package com.qliento.media;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Files of Word, Excel and PowerPoint. Both their containers name their parts in the open, so nothing is unpacked to tell
 * them apart: what is small may not become large here.
 */
final class OfficeFile {

    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> PARTS_OF_ZIP = Map.of(
            "word/document.xml", OPEN_XML + "wordprocessingml.document",
            "xl/workbook.xml", OPEN_XML + "spreadsheetml.sheet",
            "ppt/presentation.xml", OPEN_XML + "presentationml.presentation");
    private static final Map<String, String> PARTS_OF_OLE = Map.of(
            "WordDocument", "application/msword",
            "Workbook", "application/vnd.ms-excel",
            "PowerPoint Document", "application/vnd.ms-powerpoint");
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private OfficeFile() {}

    static Optional<String> mimeType(byte[] bytes) {
        String beginning = Sniff.text(bytes, 0, 8);
        if (beginning.startsWith(ZIP)) {
            boolean runs = contains(bytes, "vbaProject.bin", StandardCharsets.ISO_8859_1);
            return runs ? Optional.empty() : part(bytes, PARTS_OF_ZIP, StandardCharsets.ISO_8859_1);
        }
        return beginning.equals(OLE) ? part(bytes, PARTS_OF_OLE, StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Optional<String> part(byte[] bytes, Map<String, String> parts, Charset writtenIn) {
        return parts.entrySet().stream()
                .filter(part -> contains(bytes, part.getKey(), writtenIn))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean contains(byte[] bytes, String text, Charset writtenIn) {
        byte[] wanted = text.getBytes(writtenIn);
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
