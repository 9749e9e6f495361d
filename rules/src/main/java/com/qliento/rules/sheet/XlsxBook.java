package com.qliento.rules.sheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which file of a workbook holds the sheet that is read, and what is merged in it; collected file by file. */
final class XlsxBook {

    /** Relations of a file that is no harm. */
    private static final int MOST_RELATIONS = 5_000;

    private String workbook = "xl/workbook.xml";
    private final Map<String, String> sheets = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Map<Relation, String> targets = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();

    private record Relation(String file, String id) {}

    /** What the list of contents says of a file. */
    void content(@Nullable String file, @Nullable String type) {
        boolean book = type != null
                && (type.endsWith("spreadsheetml.sheet.main+xml") || type.endsWith("sheet.macroEnabled.main+xml"));
        if (file != null && book) {
            workbook = name(file);
        }
    }

    /** A file that this file of relations names. */
    void relation(String file, @Nullable String id, @Nullable String target) {
        if (targets.size() >= MOST_RELATIONS) {
            throw InvalidSheet.because("unpacks-too-large");
        }
        if (id != null && target != null) {
            targets.put(new Relation(file, id), target);
        }
    }

    /** A sheet that a file lists, the next in its order. */
    void sheet(String file, @Nullable String id, @Nullable String state) {
        if (id != null) {
            sheets.putIfAbsent(file, id);
        }
        if (id != null && !"hidden".equals(state) && !"veryHidden".equals(state)) {
            seen.putIfAbsent(file, id);
        }
    }

    void merged(String file, @Nullable String cells) {
        merged.putIfAbsent(file, String.valueOf(cells));
    }

    /** Only the first of merged cells has a value: the others would be read as any. */
    void requireUnmerged() {
        int folder = workbook.lastIndexOf('/') + 1;
        String relations = workbook.substring(0, folder) + "_rels/" + workbook.substring(folder) + ".rels";
        String id = seen.getOrDefault(workbook, sheets.getOrDefault(workbook, ""));
        String target = targets.getOrDefault(new Relation(relations, id), "");
        String read = target.startsWith("/") ? name(target) : name(workbook.substring(0, folder) + target);
        if (merged.containsKey(read)) {
            throw InvalidSheet.at(merged.get(read), "merged");
        }
    }

    /** As files are named here, whatever their case and where the name begins. */
    private static String name(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
