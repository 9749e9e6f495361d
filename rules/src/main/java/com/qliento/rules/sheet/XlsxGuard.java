package com.qliento.rules.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook under bounds and packs what is read of it anew, so that the reader sees exactly what was checked:
 * a packed file may show one list of contents to one program and another to the next.
 */
final class XlsxGuard {

    private static final Set<String> READ = Set.of(".xml", ".rels");

    /** Others need libraries that are not there, or as much memory as the file says. */
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    private static final int BLOCK = 16_384;

    private final byte[] file;
    private final byte[] block = new byte[BLOCK];
    private long unpacked;

    private XlsxGuard(byte[] file) {
        this.file = file;
    }

    /** The same workbook, with only the files that hold cells and what they need. */
    static byte[] checked(byte[] file) {
        return new XlsxGuard(file).pack();
    }

    private byte[] pack() {
        var out = new ByteArrayOutputStream(file.length);
        var names = new HashSet<String>();
        var book = new XlsxBook();
        try (var in = ZipFile.builder().setByteArray(file).get();
                var packed = new ZipOutputStream(out)) {
            packed.setLevel(1);
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (++entries > SheetLimits.ENTRIES) {
                    throw InvalidSheet.because("unpacks-too-large");
                }
                if (!names.add(name) || !METHODS.contains(entry.getMethod())) {
                    throw InvalidSheet.because("broken-workbook");
                }
                byte[] content = unpack(in.getInputStream(entry), READ.stream().anyMatch(name::endsWith));
                if (content.length > 0) {
                    XlsxPart.check(name, content, book);
                    packed.putNextEntry(new ZipEntry(entry.getName()));
                    packed.write(content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw InvalidSheet.because("broken-workbook");
        }
        if (!names.contains("[content_types].xml") || names.stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw InvalidSheet.because("no-workbook");
        }
        book.requireUnmerged();
        return out.toByteArray();
    }

    /** Counts what comes out, and keeps it when it is wanted. */
    private byte[] unpack(InputStream in, boolean wanted) throws IOException {
        var content = new ByteArrayOutputStream();
        boolean first = true;
        for (int read = in.read(block); read > 0; read = in.read(block)) {
            unpacked += read;
            if (unpacked > SheetLimits.UNPACKED
                    || (unpacked > SheetLimits.RATIO_FROM && unpacked / file.length > SheetLimits.RATIO)) {
                throw InvalidSheet.because("unpacks-too-large");
            }
            if (first && read >= 4 && block[0] == 'P' && block[1] == 'K' && block[2] == 3 && block[3] == 4) {
                throw InvalidSheet.because("file-in-file");
            }
            first = false;
            if (wanted) {
                content.write(block, 0, read);
            }
        }
        return content.toByteArray();
    }
}
