package com.qliento.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sheet of a workbook is read, and that nothing in it is merged. */
class WorkbookSheetTest {

    private static final String PLAIN = Workbooks.sheet(
            Workbooks.row(1, "When: v", "Then: plain") + Workbooks.row(2, "a", "x") + Workbooks.row(3, "b", "y"));
    private static final String MERGED = PLAIN.replace("plain", "merged")
            .replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>");

    private final Sheets sheets = new Sheets();

    @ParameterizedTest
    @ValueSource(
            strings = {"worksheets/sheet2.xml", "/xl/worksheets/sheet2.xml", "worksheets/Other.xml", "deep/down/s.xml"})
    void merged_cells_are_refused_in_the_sheet_that_is_read_whatever_its_file_is_called(String target) {
        byte[] file = workbook(target, MERGED, "worksheets/sheet1.xml", PLAIN, "");

        var refused = catchThrowableOfType(InvalidSheet.class, () -> sheets.make(file, "m"));

        assertThat(refused).isNotNull();
        assertThat(refused.problem().code()).isEqualTo("merged");
        assertThat(refused.problem().cell()).isEqualTo("A2:A3");
    }

    @Test
    void merged_cells_of_a_sheet_that_is_not_read_matter_to_nobody() {
        byte[] file = workbook("worksheets/sheet2.xml", PLAIN, "worksheets/sheet1.xml", MERGED, "");

        SheetModel made = sheets.make(file, "m");

        assertThat(text(made)).contains("plain").doesNotContain("merged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void a_hidden_sheet_is_not_read_in_place_of_the_one_that_is_seen(String state) {
        byte[] file =
                workbook("worksheets/sheet1.xml", MERGED, "worksheets/sheet2.xml", PLAIN, "state=\"" + state + "\"");

        SheetModel made = sheets.make(file, "m");

        assertThat(text(made)).contains("plain").doesNotContain("merged");
    }

    private static String text(SheetModel made) {
        return new String(made.dmn(), StandardCharsets.UTF_8);
    }

    /** Two sheets in the order of the workbook; the state is the first one's. */
    private static byte[] workbook(String first, String content, String second, String other, String state) {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relation = "<Relationship Id=\"%s\" Type=\"" + office + "/worksheet\" Target=\"%s\"/>";
        return Workbooks.zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/book.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>",
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>",
                "xl/book.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><sheets>"
                        + "<sheet name=\"One\" sheetId=\"7\" " + state + " r:id=\"rId9\"/>"
                        + "<sheet name=\"Two\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/book.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation.formatted("rId1", second) + relation.formatted("rId9", first) + "</Relationships>",
                part(first),
                content,
                part(second),
                other));
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
}
