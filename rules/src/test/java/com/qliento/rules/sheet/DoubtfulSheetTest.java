package com.qliento.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.qliento.rules.Decisions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets whose cells may mean more than one thing. */
class DoubtfulSheetTest {

    private final Sheets sheets = new Sheets();

    @ParameterizedTest
    @CsvSource({
        "00123,00123,leading-zeros",
        "01067,01067,leading-zeros",
        "1234567890123456789,1234567890123456789,long-digits",
        "00491511234,00491511234,leading-zeros",
    })
    void digits_that_are_no_amount_are_a_text(String written, String asked, String code) {
        SheetModel made = made("When: v,Then: r\n" + written + ",hit\n10115,other\n-,miss\n", Map.of());

        assertThat(decided(made, asked)).isEqualTo("hit");
        assertThat(made.doubts()).extracting(SheetModel.Doubt::code).containsExactly(code);
        assertThat(made.doubts().get(0).readings()).isEmpty();
    }

    @Test
    void versions_are_texts_until_somebody_says_that_they_are_numbers() {
        String file = "When: v,Then: r\n1.10,a\n1.9,b\n-,miss\n";

        SheetModel asked = made(file, Map.of());
        assertThat(decided(asked, "1.10")).isEqualTo("a");
        assertThat(decided(asked, "1.1")).isEqualTo("miss");
        assertThat(asked.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.column()).isEqualTo("A");
            assertThat(doubt.readings()).containsExactly(ColumnReading.TEXT, ColumnReading.NUMBER_POINT);
            assertThat(doubt.message(Locale.ENGLISH)).contains("Cell A2", "1.10");
        });
        assertThat(decided(made(file, Map.of("A", ColumnReading.NUMBER_POINT)), new BigDecimal("1.1")))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1,234.50 ~ NUMBER_POINT ~ 1234.5 ~ separators",
                "1.234,50 ~ NUMBER_COMMA ~ 1234.5 ~ separators",
                "1 234,5 ~ NUMBER_COMMA ~ 1234.5 ~ separators",
                "€ 20 ~ NUMBER_POINT ~ 20 ~ currency",
                "20,50 EUR ~ NUMBER_COMMA ~ 20.5 ~ currency",
                "20 % ~ NUMBER_POINT ~ 0.2 ~ percent",
            })
    void amounts_in_a_persons_form_are_told_and_read_as_they_say(
            String written, ColumnReading reading, BigDecimal number, String code) {
        String file = "When: v,Then: r\n\"" + written + "\",hit\n-,miss\n";

        assertThat(made(file, Map.of()).doubts())
                .extracting(SheetModel.Doubt::code)
                .containsExactly(code);
        assertThat(decided(made(file, Map.of("A", reading)), number)).isEqualTo("hit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1,5 ~ 1.5",
                "-0,25 ~ -0.25",
                "<= 1,5 ~ 1.5",
                "[1,5..2] ~ 1.5",
            })
    void a_decimal_comma_is_asked_about_and_is_a_text_until_then(String written, BigDecimal number) {
        for (String separator : List.of(";", "\t", ",")) {
            String cell = separator.equals(",") ? '"' + written + '"' : written;
            String file = "When: v#Then: r\n" + cell + "#hit\n-#miss\n";

            SheetModel asked = made(file.replace("#", separator), Map.of());

            assertThat(asked.doubts()).singleElement().satisfies(doubt -> {
                assertThat(doubt.code()).isEqualTo("decimal-comma");
                assertThat(doubt.cell()).isEqualTo("A2");
                assertThat(doubt.readings()).containsExactly(ColumnReading.TEXT, ColumnReading.NUMBER_COMMA);
            });
            assertThat(decided(asked, written)).isEqualTo("hit");
            assertThat(decided(made(file.replace("#", separator), Map.of("A", ColumnReading.TEXT)), written))
                    .isEqualTo("hit");
            assertThat(decided(made(file.replace("#", separator), Map.of("A", ColumnReading.NUMBER_COMMA)), number))
                    .isEqualTo("hit");
        }
    }

    @Test
    void a_decimal_comma_in_a_column_that_is_of_numbers_is_asked_about_too() {
        SheetModel before = made("When: v,Then: r\n10,hit\n-,miss\n", Map.of());
        byte[] sheet =
                "FIRST;When: v;Then: r\ntype;number;string\n1;1,5;hit\n2;-;miss\n".getBytes(StandardCharsets.UTF_8);

        assertThat(sheets.replace(before.dmn(), sheet).doubts())
                .extracting(SheetModel.Doubt::code)
                .containsExactly("decimal-comma");
        assertThat(decided(
                        sheets.replace(before.dmn(), sheet, Map.of("B", ColumnReading.NUMBER_COMMA)),
                        new BigDecimal("1.5")))
                .isEqualTo("hit");
    }

    @Test
    void numbers_that_the_table_has_are_not_asked_about_when_they_come_back() {
        String typed = "FIRST,When: v,Then: r\ntype,number,string\n1,\"1,5\",hit\n2,-,miss\n";
        SheetModel before = made(typed, Map.of());
        String elsewhere = typed.replace("\"1,5\"", "1#5").replace(',', ';').replace('#', ',');

        SheetModel back = sheets.replace(before.dmn(), elsewhere.getBytes(StandardCharsets.UTF_8));

        assertThat(before.doubts()).isEmpty();
        assertThat(back.changes().none()).isTrue();
        assertThat(back.doubts()).isEmpty();
    }

    @Test
    void a_column_that_the_sheet_does_not_have_can_not_be_said_anything_about() {
        for (String column : List.of("C", "ZZ", "", "v")) {
            var refused = catchThrowableOfType(
                    InvalidSheet.class,
                    () -> made("When: v,Then: r\n1.10,a\n1.9,b\n", Map.of(column, ColumnReading.TEXT)));

            assertThat(refused).isNotNull();
            assertThat(refused.problem().code()).isEqualTo("no-such-column");
            assertThat(refused.problem().message(Locale.ENGLISH)).contains("“" + column + "”", "A, B");
            assertThat(refused.problem().message(Locale.forLanguageTag("pt"))).contains("A, B");
        }
    }

    @Test
    void a_date_begins_with_what_somebody_says() {
        String file = "When: v,Then: r\n03/04/2026,hit\n-,miss\n";

        assertThat(made(file, Map.of()).doubts())
                .extracting(SheetModel.Doubt::code)
                .containsExactly("dates");
        assertThat(decided(made(file, Map.of("A", ColumnReading.DAY_FIRST)), LocalDate.of(2026, 4, 3)))
                .isEqualTo("hit");
        assertThat(decided(made(file, Map.of("A", ColumnReading.MONTH_FIRST)), LocalDate.of(2026, 3, 4)))
                .isEqualTo("hit");
    }

    @Test
    void a_formula_and_a_heading_that_comes_twice_are_told() {
        SheetModel made = made("When: v,When: v,Then: r\na,=B1*2,hit\n-,-,miss\n", Map.of());

        assertThat(made.doubts())
                .extracting(SheetModel.Doubt::code)
                .containsExactly("repeated-heading", "formula-cell");
    }

    @Test
    void merged_cells_are_refused_with_their_place() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", null)) {
            var sheet = workbook.newWorksheet("Table");
            sheet.value(0, 0, "When: v");
            sheet.value(0, 1, "Then: r");
            sheet.value(1, 0, "a");
            sheet.value(1, 1, "x");
            sheet.value(2, 1, "y");
            sheet.range(1, 0, 2, 0).merge();
        }

        var refused = catchThrowableOfType(InvalidSheet.class, () -> sheets.make(out.toByteArray(), "m"));

        assertThat(refused.problem().code()).isEqualTo("merged");
        assertThat(refused.problem().cell()).isEqualTo("A2:A3");
    }

    @Test
    void a_zero_that_a_column_of_numbers_loses_is_told() {
        SheetModel before = made("When: v,Then: r\n10,hit\n-,miss\n", Map.of());
        byte[] sheet = "When: v,Then: r\n010,hit\n-,miss\n".getBytes(StandardCharsets.UTF_8);

        assertThat(sheets.replace(before.dmn(), sheet).doubts())
                .extracting(SheetModel.Doubt::code)
                .containsExactly("zeros-in-numbers");
    }

    @Test
    void ordinary_numbers_words_and_dates_raise_no_doubt() {
        SheetModel made = made("When: a,When: b,When: c,Then: r\n> 100,gold,2026-01-31,20.5\n0,-,-,0.5\n", Map.of());

        assertThat(made.doubts()).isEmpty();
    }

    private SheetModel made(String file, Map<String, ColumnReading> said) {
        return sheets.make(file.getBytes(StandardCharsets.UTF_8), "m", said);
    }

    private static Object decided(SheetModel made, Object value) {
        return String.valueOf(new Decisions()
                .compile(made.dmn())
                .evaluate(Map.of("v", value))
                .values()
                .values()
                .iterator()
                .next());
    }
}
