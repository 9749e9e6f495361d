package com.qliento.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Entry;
import com.qliento.rules.sheet.PlainTable.Role;
import com.qliento.rules.sheet.PlainTable.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What goes out as a sheet comes back as the same table. */
class SheetRoundTripTest {

    private static final List<String> AWKWARD = List.of(
            "",
            "-",
            "-5",
            "-5.50",
            "=1+1",
            "+1",
            "@SUM(A1)",
            "＝1",
            " =x",
            "\t=x",
            "\nx",
            "'=x",
            "''-",
            "'",
            "'x",
            "\"gold\"",
            "gold",
            "\"a\"\"b\"",
            "a,b;c\td",
            "line\nline",
            "> 10",
            "[1..5)",
            "null",
            "true",
            "1,5",
            "سعر",
            "价格",
            "🎁",
            "_x0041_",
            "_x005F_x0041_",
            " padded ",
            "&lt;<>&amp;",
            "2026-01-31",
            "FIRST",
            "type");

    private static final Sheets SHEETS = new Sheets();

    @Property(tries = 150)
    void a_table_that_went_out_as_a_sheet_comes_back_as_it_was(
            @ForAll("tables") PlainTable table, @ForAll SheetFormat format, @ForAll("languages") Locale language) {
        byte[] dmn = ModelWriter.fresh("model", "decided", table, List.of());
        PlainTable before = ModelReader.read(dmn).table();

        SheetModel back = SHEETS.replace(dmn, SHEETS.write(dmn, format, language));

        assertThat(ModelReader.read(back.dmn()).table()).isEqualTo(before);
        assertThat(back.changes().none()).isTrue();
        assertThat(back.changes().same()).isEqualTo(table.rows().size());
    }

    @Property(tries = 150)
    void no_cell_that_was_written_begins_like_a_formula(@ForAll("texts") String text) {
        String written = Guarded.plain(text);

        assertThat(Guarded.back(written)).isEqualTo(text);
        assertThat(Guarded.back(Guarded.typed(text))).isEqualTo(text);
        assertThat(written).matches("(?s)(?![=+\\-@\\t\\r\\n＝＋－＠])(?!\\s+[=+\\-@]).*");
    }

    @Property(tries = 50)
    void nothing_in_a_csv_file_that_was_written_begins_like_a_formula(@ForAll("tables") PlainTable table)
            throws IOException {
        byte[] csv =
                SHEETS.write(ModelWriter.fresh("model", "decided", table, List.of()), SheetFormat.CSV, Locale.ENGLISH);

        try (var parsed = CSVParser.parse(new String(csv, StandardCharsets.UTF_8).substring(1), CSVFormat.RFC4180)) {
            assertThat(parsed.stream().flatMap(CSVRecord::stream))
                    .noneMatch(cell -> cell.matches("(?s)\\s*[=+\\-@].*"));
        }
    }

    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> awkward = Arbitraries.of(AWKWARD);
        Arbitrary<String> any = Arbitraries.strings()
                .withChars("=+-@'\",;\t\n ab1ñ中😀_x<>&".toCharArray())
                .ofMaxLength(8)
                .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        return Arbitraries.oneOf(awkward, any);
    }

    @Provide
    Arbitrary<PlainTable> tables() {
        Arbitrary<String> policies = Arbitraries.of("UNIQUE", "FIRST", "RULE ORDER", "COLLECT");
        Arbitrary<String> types = Arbitraries.of("string", "number", "boolean", "date", "");
        return Combinators.combine(
                        policies,
                        types.list().ofMinSize(1).ofMaxSize(3),
                        types.list().ofMinSize(1).ofMaxSize(3),
                        texts().map(String::strip).list().ofSize(4),
                        texts().list().ofSize(9).list().ofMinSize(1).ofMaxSize(6))
                .as((policy, ins, outs, heads, cells) -> table(policy, List.of(ins, outs), heads, cells));
    }

    private static PlainTable table(
            String policy, List<List<String>> types, List<String> heads, List<List<String>> cells) {
        var columns = new ArrayList<Column>();
        for (String type : types.get(0)) {
            int n = columns.size() + 1;
            columns.add(new Column(Role.WHEN, "in-" + n, label(heads, n), "given " + n, type, heads.get(0), ""));
        }
        for (String type : types.get(1)) {
            int n = columns.size() + 1;
            columns.add(
                    new Column(Role.THEN, "out-" + n, label(heads, n), "made " + n, type, heads.get(1), heads.get(2)));
        }
        columns.add(Column.of(Role.NOTE, "", "").expressing(PlainTable.DESCRIPTION));
        columns.add(Column.of(Role.NOTE, "", "Why"));
        var rows = new ArrayList<Row>();
        for (List<String> row : cells) {
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < columns.size(); i++) {
                String id = columns.get(i).role() == Role.NOTE ? "" : "e-" + rows.size() + "-" + i;
                entries.add(new Entry(id, row.get(i)));
            }
            rows.add(new Row("row-" + rows.size(), entries));
        }
        return new PlainTable(policy, policy.equals("COLLECT") ? "SUM" : "", columns, rows);
    }

    private static String label(List<String> heads, int n) {
        return heads.get(3).isEmpty() ? "" : heads.get(3) + n;
    }
}
