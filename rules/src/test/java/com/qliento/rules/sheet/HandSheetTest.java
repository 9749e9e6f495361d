package com.qliento.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.rules.decision.DecisionProblem;
import com.qliento.rules.decision.Decisions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets that a person wrote by hand. */
class HandSheetTest {

    private static final String SIMPLE = """
            Customer kind,Total,Discount
            gold,> 100,20
            "gold, silver",-,10
            -,-,0
            """;

    private final Sheets sheets = new Sheets();
    private final Decisions decisions = new Decisions();

    @Test
    void headings_and_rows_are_a_table_whose_last_column_is_decided() {
        SheetModel made = made(SIMPLE);

        assertThat(errors(made)).isEmpty();
        assertThat(decided(made, Map.of("Customer kind", "silver", "Total", 5))).isEqualTo(Map.of("Discount", "10"));
        assertThat(decided(made, Map.of("Customer kind", "gold", "Total", 500))).isEqualTo(Map.of("Discount", "20"));
        assertThat(made.understood())
                .extracting(one -> one.cell() + " " + one.read())
                .containsExactly("A2 \"gold\"", "A3 \"gold\", \"silver\"");
    }

    @Test
    void words_in_the_headings_say_what_is_for_what_in_three_languages() {
        for (String heads : List.of("Then: Team,When: Topic,Note", "Entonces Team,Cuando Topic,Nota")) {
            SheetModel made = made(heads + "\nbilling,invoice,because\ncare,-,\n");

            assertThat(errors(made)).isEmpty();
            assertThat(decided(made, Map.of("Topic", "invoice"))).isEqualTo(Map.of("Team", "billing"));
            assertThat(new String(made.dmn(), StandardCharsets.UTF_8)).contains("<description>because</description>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void a_file_is_read_in_the_encoding_it_has(String encoding) {
        byte[] file = "País;Año\nEspaña;uno\n-;dos\n".getBytes(Charset.forName(encoding));

        assertThat(decided(sheets.make(file, "m"), Map.of("País", "España"))).isEqualTo(Map.of("Año", "uno"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) {
        SheetModel made = made("Kind,Team\nvip,one\n-,two\n".replace(",", separator));

        assertThat(decided(made, Map.of("Kind", "vip"))).isEqualTo(Map.of("Team", "one"));
    }

    @Test
    void a_condition_that_is_left_empty_is_met_by_anything() {
        SheetModel made = made("Customer kind,Total,Discount\ngold,,20\n,> 100,10\n,,0\n");

        assertThat(errors(made)).isEmpty();
        assertThat(decided(made, Map.of("Customer kind", "gold", "Total", 5))).isEqualTo(Map.of("Discount", "20"));
        assertThat(decided(made, Map.of("Customer kind", "x", "Total", 500))).isEqualTo(Map.of("Discount", "10"));
    }

    @Test
    void a_blank_after_the_comma_makes_two_numbers_of_it() {
        SheetModel made = made("Weight;Price\n1.5;10\n1, 5;20\n");

        assertThat(made.doubts()).isEmpty();
        assertThat(decided(made, Map.of("Weight", 5))).isEqualTo(Map.of("Price", "20"));
    }

    @Test
    void a_formula_in_a_csv_file_is_a_text() {
        assertThat(decided(made("Kind,Says\n-,=1+1\n"), Map.of("Kind", "x"))).isEqualTo(Map.of("Says", "=1+1"));
    }

    @Test
    void a_table_that_is_replaced_keeps_the_ids_of_what_stays_and_counts_the_rest() {
        SheetModel first = made(SIMPLE);
        String changed = "Customer kind,Total,Discount\n-,-,0\ngold,> 100,25\nvip,-,30\n";

        SheetModel second = sheets.replace(first.dmn(), changed.getBytes(StandardCharsets.UTF_8));

        var changes = second.changes();
        assertThat(List.of(changes.same(), changes.changed(), changes.added(), changes.removed()))
                .containsExactly(1, 2, 0, 0);
        assertThat(ModelReader.read(second.dmn()).table().rows())
                .extracting(PlainTable.Row::id)
                .containsExactly("row-3", "row-1", "row-2");
        assertThat(errors(second)).isEmpty();
    }

    @Test
    void a_column_that_is_new_asks_for_a_new_input() {
        SheetModel first = made(SIMPLE);
        String wider = "Country,Customer kind,Total,Discount\nES,gold,> 100,25\n-,-,-,0\n";

        SheetModel second = sheets.replace(first.dmn(), wider.getBytes(StandardCharsets.UTF_8));

        assertThat(errors(second)).isEmpty();
        assertThat(second.changes().columnsAdded()).containsExactly("Country");
        assertThat(decided(second, Map.of("Country", "ES", "Customer kind", "gold", "Total", 500)))
                .isEqualTo(Map.of("Discount", "25"));
    }

    @Test
    void a_cell_with_a_mistake_is_told_by_the_name_the_sheet_gives_it() {
        SheetModel made = made("Kind,Total,Discount\nvip,> 5,1\n\"\"\"broken\",6,2\n");

        DecisionProblem problem = errors(made).get(0);

        assertThat(made.cell(problem.place().row(), problem.place().column())).isEqualTo("A3");
    }

    @Test
    void awkward_headings_become_names_that_can_be_read() {
        SheetModel made = made("Terms and conditions (€),2nd price,date,Result!\nyes,1,-,ok\n-,-,-,no\n");

        assertThat(errors(made)).isEmpty();
    }

    private SheetModel made(String sheet) {
        return sheets.make(sheet.getBytes(StandardCharsets.UTF_8), "Made by hand");
    }

    private List<DecisionProblem> errors(SheetModel made) {
        return decisions.check(made.dmn()).stream()
                .filter(DecisionProblem::error)
                .toList();
    }

    private Map<String, String> decided(SheetModel made, Map<String, ?> given) {
        var texts = new TreeMap<String, String>();
        decisions
                .compile(made.dmn())
                .evaluate(given)
                .values()
                .forEach((name, value) -> texts.put(name, String.format(Locale.ROOT, "%s", value)));
        return texts;
    }
}
