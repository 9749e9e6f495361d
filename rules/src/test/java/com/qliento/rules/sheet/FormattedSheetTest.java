package com.qliento.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.rules.Decisions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of a workbook that its author sees as something else. */
class FormattedSheetTest {

    private final Sheets sheets = new Sheets();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1067 ~ 00000 ~ 01067",
                "10115 ~ 00000 ~ 10115",
                "12345678 ~ 000\\-00\\-0000 ~ 012-34-5678",
                "12345 ~ 00\\-000 ~ 12-345",
                "5551234 ~ [<=9999999]###\\-####;\\(###\\)\\ ###\\-#### ~ 555-1234",
                "5551234567 ~ [<=9999999]###\\-####;\\(###\\)\\ ###\\-#### ~ (555) 123-4567",
                "7 ~ [Red]00;[Blue]\\-00 ~ 07",
                "5.5 ~ 00.00 ~ 05.50",
            })
    void digits_that_a_format_fills_up_are_a_text_until_somebody_says_that_they_are_a_number(
            BigDecimal value, String format, String shown) {
        byte[] file = workbook(value, format);

        SheetModel made = sheets.make(file, "m");

        assertThat(decided(made, shown)).isEqualTo("hit");
        assertThat(made.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.code()).isEqualTo("fixed-digits");
            assertThat(doubt.readings()).containsExactly(ColumnReading.TEXT, ColumnReading.NUMBER_POINT);
            assertThat(doubt.message(Locale.ENGLISH)).contains("Cell A2", shown);
        });
        assertThat(decided(sheets.make(file, "m", Map.of("A", ColumnReading.NUMBER_POINT)), value))
                .isEqualTo("hit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "0.15 ~ 0% ~ percent ~ 15%",
                "0.125 ~ 0.00% ~ percent ~ 12.50%",
                "12.5 ~ [$€-407]\\ 0.00 ~ currency ~ € 12.50",
                "1234.5 ~ #,##0.00\\ [$€-407] ~ currency ~ 1,234.50 €",
                "20 ~ \"R$\" #,##0.00 ~ currency ~ R$ 20.00",
                "20 ~ 0.00 \"EUR\" ~ currency ~ 20.00 EUR",
                "-20 ~ $#,##0_);[Red]($#,##0) ~ currency ~ ($20)",
            })
    void a_share_and_an_amount_are_numbers_until_somebody_says_that_they_are_texts(
            BigDecimal value, String format, String code, String shown) {
        byte[] file = workbook(value, format);

        SheetModel made = sheets.make(file, "m");

        assertThat(decided(made, value)).isEqualTo("hit");
        assertThat(made.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.code()).isEqualTo(code);
            assertThat(doubt.readings()).containsExactly(ColumnReading.NUMBER_POINT, ColumnReading.TEXT);
            assertThat(doubt.written()).isEqualTo(shown);
        });
        assertThat(decided(sheets.make(file, "m", Map.of("A", ColumnReading.TEXT)), shown))
                .isEqualTo("hit");
    }

    @ParameterizedTest
    @CsvSource({
        "5,currency",
        "6,currency",
        "7,currency",
        "8,currency",
        "42,currency",
        "44,currency",
        "9,percent",
        "10,percent"
    })
    void formats_that_are_known_by_number_alone_are_told_too(int id, String code) {
        SheetModel made = sheets.make(workbook(new BigDecimal("0.5"), id, ""), "m");

        assertThat(made.doubts()).extracting(SheetModel.Doubt::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1067 ~ General",
                "1067 ~ 0",
                "1067 ~ #,##0",
                "1067.5 ~ #,##0.00",
                "1067 ~ # ##0",
                "0.5 ~ # ?/?",
                "12 ~ 0 \"kg\"",
                "1200 ~ 0.00E+00",
                "1067 ~ _-* #,##0.00_D_i_n_._-;\\-* #,##0.00_D_i_n_._-",
                "1067 ~ \"0",
                "1067 ~ [",
                "1067 ~ ;;;",
                "1067 ~ \\",
            })
    void a_number_that_is_shown_as_a_number_raises_no_doubt(BigDecimal value, String format) {
        SheetModel made = sheets.make(workbook(value, format), "m");

        assertThat(decided(made, value)).isEqualTo("hit");
        assertThat(made.doubts()).isEmpty();
    }

    @Test
    void dates_are_read_by_their_format() {
        SheetModel made = sheets.make(workbook(new BigDecimal("46053"), "dd/mm/yyyy"), "m");

        assertThat(decided(made, LocalDate.of(2026, 1, 31))).isEqualTo("hit");
    }

    @ParameterizedTest
    @CsvSource({"1234567890123456", "1E+15", "1.5E+20"})
    void digits_that_a_workbook_has_lost_are_told(BigDecimal value) {
        SheetModel made = sheets.make(workbook(value, "0.00E+00"), "m");

        assertThat(made.doubts()).extracting(SheetModel.Doubt::code).containsExactly("digits-lost");
    }

    @Test
    void a_column_that_was_of_numbers_stays_so_and_the_zeros_it_loses_are_told() {
        SheetModel before = sheets.make(workbook(new BigDecimal(10), "0"), "m");

        SheetModel replaced = sheets.replace(before.dmn(), workbook(new BigDecimal(10), "000"));

        assertThat(replaced.changes().none()).isTrue();
        assertThat(replaced.doubts()).extracting(SheetModel.Doubt::code).containsExactly("zeros-in-numbers");
        assertThat(replaced.doubts().get(0).written()).isEqualTo("010");
    }

    /** A condition of this value, shown so. */
    private static byte[] workbook(BigDecimal value, String format) {
        String code = format.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return workbook(value, 164, "<numFmts><numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/></numFmts>");
    }

    private static byte[] workbook(BigDecimal value, int format, String formats) {
        String styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + formats
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"" + format + "\"/></cellXfs></styleSheet>";
        String rows = Workbooks.row(1, "When: v", "Then: r")
                + Workbooks.row(2, "v", "hit")
                        .replace(" t=\"inlineStr\"><is><t>v</t></is>", " s=\"1\"><v>" + value + "</v>")
                + Workbooks.row(3, "-", "miss");
        return Workbooks.with(Map.of("xl/styles.xml", styles, Workbooks.SHEET, Workbooks.sheet(rows)));
    }

    private static String decided(SheetModel made, Object value) {
        return String.valueOf(new Decisions()
                .compile(made.dmn())
                .evaluate(Map.of("v", value))
                .values()
                .values()
                .iterator()
                .next());
    }
}
