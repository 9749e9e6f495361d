package com.qliento.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets that are none, are broken, or were made to do harm. */
class HostileSheetTest {

    private static final String ROW = "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>x</t></is></c>"
            + "<c r=\"B%d\" t=\"inlineStr\"><is><t>y</t></is></c></row>";

    private final Sheets sheets = new Sheets();

    @ParameterizedTest
    @CsvSource({
        "<f t=\"dataTable\" ref=\"B2:B3\"/><v>2</v>, n, formula, B2",
        "<v>#REF!</v>, e, error-value, B2",
        "<v>1E999999999</v>, n, number-too-large, B2",
        "<v>rubbish</v>, n, broken-workbook,"
    })
    void a_cell_that_is_no_plain_value_is_named(String content, String type, String code, String cell) {
        SheetProblem problem = refused(workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>When: a</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>Then: b</t></is></c></row><row r=\"2\"><c r=\"B2\" t=\""
                + type + "\">" + content + "</c></row>"));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.cell()).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "<f>1+1</f><v>2</v>, n, =1+1",
        "<f>HYPERLINK(1)</f><v>a</v>, str, =HYPERLINK(1)",
        "<f>1/0</f><v>#DIV/0!</v>, e, =1/0",
        "<f t=\"array\" ref=\"B2\">SUM(A1)</f><v>1</v>, n, =SUM(A1)",
        "<f t=\"shared\" ref=\"B2:B3\" si=\"0\">A2</f><v>1</v>, n, =A2"
    })
    void a_formula_is_what_is_written_there_and_is_not_run(String content, String type, String text) {
        SheetModel made = sheets.make(
                workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>When: a</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>Then: b</t></is></c></row><row r=\"2\"><c r=\"B2\" t=\""
                        + type + "\">" + content + "</c></row>"),
                "m");

        assertThat(made.understood())
                .extracting(SheetModel.Understood::cell, SheetModel.Understood::written, SheetModel.Understood::read)
                .containsExactly(Assertions.tuple("B2", text, '"' + text + '"'));
    }

    @Test
    void a_formula_that_is_shared_by_cells_is_what_each_shows() {
        SheetModel made = sheets.make(
                workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Then: b</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" ref=\"A2:A3\" si=\"0\">C2*2</f><v>1</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>"),
                "m");

        assertThat(made.understood()).extracting(SheetModel.Understood::written).containsExactly("=C2*2", "=C3*2");
    }

    @Test
    void a_long_formula_that_very_many_cells_share_is_not_read_for_each() {
        var rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A9000\" si=\"0\">")
                .append("1+".repeat(400))
                .append("1</f><v>1</v></c></row>");
        for (int row = 2; row <= 9_000; row++) {
            rows.append("<row r=\"%d\"><c r=\"A%d\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>".formatted(row, row));
        }

        assertThat(refused(workbook(rows.toString())).code()).isEqualTo("unpacks-too-large");
    }

    @ParameterizedTest
    @CsvSource({"ZZZZZZZ1", "A99999999999", "a1", "XFE1"})
    void a_cell_that_is_nowhere_is_refused_before_room_is_made_for_it(String name) {
        assertThat(refused(workbook("<row r=\"1\"><c r=\"" + name + "\"><v>1</v></c></row>"))
                        .code())
                .isEqualTo("broken-workbook");
    }

    @Test
    void a_workbook_that_unpacks_to_very_much_is_not_unpacked() {
        byte[] bomb = Workbooks.with(Map.of("xl/sharedStrings.xml", "x".repeat(300_000_000 / 4)));

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(refused(bomb).code()).isEqualTo("unpacks-too-large");
    }

    @Test
    void a_workbook_of_very_many_files_is_not_unpacked() {
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i < 2_000; i++) {
            many.put("xl/worksheets/s" + i + ".xml", "<a/>");
        }

        assertThat(refused(Workbooks.with(many)).code()).isEqualTo("unpacks-too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12, 14, 93, 95, 98, 99})
    void a_workbook_packed_in_a_way_that_no_spreadsheet_program_uses_is_refused(int method) {
        byte[] packed = Workbooks.zip(
                Map.of("[Content_Types].xml", "<a>" + "x".repeat(100) + "</a>", "xl/workbook.xml", "<a/>"));
        for (int i = 0; i + 12 < packed.length; i++) {
            boolean local = packed[i] == 'P' && packed[i + 1] == 'K' && packed[i + 2] == 3 && packed[i + 3] == 4;
            boolean listed = packed[i] == 'P' && packed[i + 1] == 'K' && packed[i + 2] == 1 && packed[i + 3] == 2;
            if (local || listed) {
                packed[i + (local ? 8 : 10)] = (byte) method;
            }
        }

        assertThat(refused(packed).code()).isEqualTo("broken-workbook");
    }

    @Test
    void a_workbook_with_any_bytes_changed_is_read_or_refused_and_never_fails_otherwise() {
        byte[] whole = workbook(ROW.formatted(1, 1, 1) + ROW.formatted(2, 2, 2));
        byte[] table = XlsxSheet.write(List.of(List.of("a", "b"), List.of("1", "2")), 1);
        var random = new Random(7);
        int refusals = 0;

        for (int i = 0; i < 4_000; i++) {
            byte[] changed = (i % 2 == 0 ? whole : table).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            changed[0] = 'P';
            changed[1] = 'K';
            try {
                sheets.make(changed, "m");
            } catch (InvalidSheet refused) {
                refusals++;
            }
        }

        assertThat(refusals).isGreaterThan(1_000);
    }

    @Test
    void a_document_type_in_a_part_is_refused() {
        String doctype = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><sst><si><t>&b;</t></si></sst>";

        assertThat(refused(Workbooks.with(Map.of("xl/sharedStrings.xml", doctype)))
                        .code())
                .isEqualTo("doctype");
    }

    @Test
    void a_text_longer_than_a_cell_and_a_file_in_the_file_are_refused() {
        String endless = "<sst><si><t>" + "x ".repeat(30_000) + "</t></si></sst>";

        assertThat(refused(Workbooks.with(Map.of("xl/sharedStrings.xml", endless)))
                        .code())
                .isEqualTo("cell-too-long");
        assertThat(refused(Workbooks.with(Map.of("xl/embeddings/a.bin", "PK\3\4...")))
                        .code())
                .isEqualTo("file-in-file");
    }

    @Test
    void a_hundred_thousand_rows_are_refused_at_the_first_too_many() {
        var rows = new StringBuilder("a,b\n");
        var inBook = new StringBuilder(ROW.formatted(1, 1, 1));
        for (int i = 2; i <= 100_000; i++) {
            rows.append("x,y\n");
            inBook.append(ROW.formatted(i, i, i));
        }

        SheetProblem csv = refused(bytes(rows.toString()));
        SheetProblem xlsx = refused(workbook(inBook.toString()));

        assertThat(csv.code()).isEqualTo("too-many-rows");
        assertThat(csv.cell()).isEqualTo("A5007");
        assertThat(xlsx.code()).isIn("too-many-rows", "unpacks-too-large");
    }

    @Test
    void a_file_that_was_cut_off_or_is_something_else_says_what_to_do() {
        byte[] whole = workbook(ROW.formatted(1, 1, 1) + ROW.formatted(2, 2, 2));
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1};

        assertThat(refused(Arrays.copyOf(whole, whole.length / 2)).code()).isIn("broken-workbook", "no-workbook");
        assertThat(refused(picture).code()).isEqualTo("no-sheet");
        assertThat(refused(old).code()).isEqualTo("old-or-locked");
        assertThat(refused(new byte[0]).code()).isEqualTo("empty");
        assertThat(refused(bytes("<html>")).code()).isEqualTo("no-sheet");
        assertThat(refused(new byte[SheetLimits.FILE + 1]).code()).isEqualTo("file-too-large");
        assertThat(refused(Workbooks.zip(Map.of("a.txt", "hello"))).code()).isEqualTo("no-workbook");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\nx,\"y\\nz | quotes-line |",
                "a,b\\nx,\"y\"z\\n | quotes-line |",
                "a\\n1 | no-then |",
                "a,b | no-rows |",
                "a,,c\\n1,2,3 | no-heading | B2",
                "FIRST,a,b\\ncolumn,when,perhaps\\n1,2,3 | unknown-role | C2",
                "a,b\\nx,\\u0001 | bad-character | B2"
            })
    void a_csv_file_that_is_no_table_says_where(String file, String code, String cell) {
        SheetProblem problem = refused(bytes(file.strip().replace("\\n", "\n").replace("\\u0001", "\u0001")));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.cell()).isEqualTo(cell);
        assertThat(problem.message(Locale.forLanguageTag("es"))).isNotEqualTo(problem.message(Locale.ENGLISH));
    }

    private SheetProblem refused(byte[] file) {
        var refused = catchThrowableOfType(InvalidSheet.class, () -> sheets.make(file, "m"));
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String rows) {
        return Workbooks.with(Map.of(Workbooks.SHEET, Workbooks.sheet(rows)));
    }
}
