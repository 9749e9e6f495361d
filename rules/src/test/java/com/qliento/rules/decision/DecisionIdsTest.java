package com.qliento.rules.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids that editors leave out, made ids that they keep. */
class DecisionIdsTest {

    private static final String MODEL = Dmn.model(
            "<!-- kept -->",
            Dmn.input("kind", "string"),
            Dmn.decision(
                    "fee",
                    Dmn.table(
                            "UNIQUE",
                            List.of("kind: string"),
                            List.of("fee: number"),
                            "\"a\" | 1",
                            "\"b\" | 2",
                            "\"c\" | 3",
                            "\"d\" | 4",
                            "\"e\" | 5"),
                    "in-kind"));

    @Test
    void ids_that_are_none_or_there_twice_get_new_ones_and_every_row_stays() {
        String model = MODEL.replace("\"row-1\"", "\"1\"")
                .replace("\"row-2\"", "\"row 1\"")
                .replace("\"row-3\"", "\"5f0d7c9e-8f0e-4d0f-9d3a-0a1b2c3d4e5f\"")
                .replace("\"row-5\"", "\"row-4\"")
                .replace("\"cell-1-1\"", "\"año\"");

        var mended = DecisionIds.mended(model.getBytes(UTF_8));

        assertThat(mended.before())
                .containsExactly("1", "año", "row 1", "5f0d7c9e-8f0e-4d0f-9d3a-0a1b2c3d4e5f", "row-4");
        var text = new String(mended.dmn(), UTF_8);
        assertThat(text)
                .contains("<rule id=\"rule-1\">", "<rule id=\"row-1\">", "<rule id=\"row-4\">", "<rule id=\"row-4-2\">")
                .contains("<rule id=\"rule-5f0d7c9e-8f0e-4d0f-9d3a-0a1b2c3d4e5f\">", "<!-- kept -->")
                .doesNotContain("\"1\"", "año");
        assertThat(DecisionIds.mended(mended.dmn()).before()).isEmpty();
        assertThat(new Decisions()
                        .compile(mended.dmn())
                        .evaluate(Map.of("kind", "e"))
                        .values()
                        .toString())
                .isEqualTo("{fee=5}");
    }

    @Test
    void what_refers_to_a_new_id_refers_to_it_still() {
        String model = MODEL.replace("\"in-kind\"", "\"2 kinds\"")
                .replace("#in-kind", "#2 kinds")
                .replace(
                        "</definitions>",
                        "<dmndi:DMNDI xmlns:dmndi=\"https://www.omg.org/spec/DMN/20230324/DMNDI/\"><dmndi:DMNDiagram>"
                                + "<dmndi:DMNShape id=\"fee\" dmnElementRef=\"2 kinds\"/>"
                                + "<dmndi:DMNShape id=\"s\" dmnElementRef=\"fee\"/>"
                                + "</dmndi:DMNDiagram></dmndi:DMNDI></definitions>");

        var text = new String(DecisionIds.mended(model.getBytes(UTF_8)).dmn(), UTF_8);

        assertThat(text)
                .contains("<inputData name=\"kind\" id=\"inputData-2-kinds\"", "href=\"#inputData-2-kinds\"")
                .contains("dmnElementRef=\"inputData-2-kinds\" id=\"fee-2\"", "<decision name=\"fee\" id=\"fee\"")
                .contains("dmnElementRef=\"fee\" id=\"s\"");
    }

    @Test
    void a_file_whose_ids_are_right_stays_as_it_is_to_the_byte() {
        byte[] file = MODEL.getBytes(UTF_8);

        assertThat(DecisionIds.mended(file).dmn()).isSameAs(file);
        assertThat(DecisionIds.mended("<a".getBytes(UTF_8)).dmn()).isEqualTo("<a".getBytes(UTF_8));
    }

    @Test
    void the_check_tells_of_ids_that_editors_leave_out() {
        assertThat(new Decisions().check(MODEL.replace("\"row-1\"", "\"1\"").getBytes(UTF_8)))
                .filteredOn(problem -> !problem.code().equals("gap"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("ids");
                    assertThat(problem.error()).isFalse();
                });
    }
}
