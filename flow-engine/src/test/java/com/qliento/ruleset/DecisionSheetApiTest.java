package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Tables as spreadsheets, by REST. */
class DecisionSheetApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHEET = "/api/v1/decisions/discount/sheet";
    private static final String CSV = "text/csv";

    private final OtherOrganisation shop = OtherOrganisation.in(Scene.shared());

    @Test
    void a_table_goes_out_as_csv_is_changed_and_comes_back() throws IOException {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        HttpResponse<String> sheet = shop.call("GET", SHEET + "?format=csv", "");
        assertThat(sheet.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"discount.csv\"");
        assertThat(sheet.body()).contains("large order").contains("\"10\"");

        HttpResponse<String> back = shop.call("PUT", SHEET, sheet.body().replace("\"10\"", "12"), CSV);

        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(json(back).at("/changes/changed").asInt()).isEqualTo(1);
        assertThat(json(back).at("/changes/same").asInt()).isEqualTo(2);
        assertThat(shop.call("GET", "/api/v1/decisions/discount/dmn", "").body())
                .contains("<text>12</text>", "id=\"large\"")
                .doesNotContain("<text>10</text>");
    }

    @Test
    void a_workbook_makes_the_same_table() {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        var request = shop.scene()
                .request("GET", SHEET + "?format=xlsx", "", "application/json")
                .setHeader("Authorization", "Bearer " + shop.key())
                .build();
        byte[] workbook = bytes(request);

        var put = shop.scene()
                .request("PUT", "/api/v1/decisions/copied/sheet", "", "application/octet-stream")
                .setHeader("Authorization", "Bearer " + shop.key())
                .PUT(BodyPublishers.ofByteArray(workbook))
                .build();
        var made = shop.scene().send(put);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(shop.call("GET", "/api/v1/decisions/copied/sheet", "").body())
                .isEqualTo(shop.call("GET", SHEET, "").body());
        assertThat(shop.call("POST", "/api/v1/decisions/copied/publish", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_doubtful_column_is_told_and_is_what_the_caller_says() throws IOException {
        String sheet = "/api/v1/decisions/fees/sheet";
        String fees = "When: amount,Then: fee\n\"1.234,50\",hit\n-,miss\n";

        JsonNode told = json(shop.call("PUT", sheet, fees, CSV));
        assertThat(told.at("/doubts/0/code").asText()).isEqualTo("separators");
        assertThat(told.at("/doubts/0/readings").toString()).contains("number-comma");
        assertThat(shop.call("PUT", "/api/v1/decisions/fees2/sheet?as=A:number-comma", fees, CSV)
                        .statusCode())
                .isEqualTo(200);
        shop.call("POST", "/api/v1/decisions/fees2/publish", "");
        assertThat(shop.call("POST", "/api/v1/decisions/fees2/evaluate", "{\"inputs\":{\"amount\":1234.5}}")
                        .body())
                .contains("hit");
        assertThat(shop.call("PUT", sheet + "?as=A:roman", fees, CSV).statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_is_said_of_a_column_that_is_not_there_or_in_words_that_nobody_knows_is_refused() throws IOException {
        String sheet = "/api/v1/decisions/weights/sheet";
        String weights = "When: weight;Then: fee\n1,5;hit\n-;miss\n";

        JsonNode elsewhere = json(shop.call("PUT", sheet + "?as=D:text", weights, CSV));
        JsonNode unknown = json(shop.call("PUT", sheet + "?as=A:number", weights, CSV));

        assertThat(elsewhere.path("reason").asText()).isEqualTo("no-such-column");
        assertThat(elsewhere.path("detail").asText()).contains("“D”", "A, B");
        assertThat(unknown.toString()).contains("number-comma");
        assertThat(shop.call("GET", "/api/v1/decisions/weights", "").statusCode())
                .isEqualTo(404);
        JsonNode told = json(shop.call("PUT", sheet, weights, CSV));
        assertThat(told.at("/doubts/0/code").asText()).isEqualTo("decimal-comma");
    }

    @Test
    void a_sheet_that_a_person_wrote_makes_a_decision_that_decides() throws IOException {
        var made = shop.call("PUT", "/api/v1/decisions/greeting/sheet", "Language,Greeting\nes,Hola\n-,Hello\n", CSV);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(shop.call("POST", "/api/v1/decisions/greeting/publish", "").statusCode())
                .isEqualTo(200);

        JsonNode decided =
                json(shop.call("POST", "/api/v1/decisions/greeting/evaluate", "{\"inputs\":{\"Language\":\"es\"}}"));

        assertThat(decided.path("values").toString()).contains("Hola");
    }

    @Test
    void what_fits_in_no_sheet_and_what_is_none_are_refused_with_the_cell() throws IOException {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.today(), "application/xml");

        assertThat(shop.call("GET", SHEET, "").statusCode()).isEqualTo(422);
        assertThat(shop.call("GET", SHEET, "").body()).contains("sheet-refused");
        assertThat(shop.call("GET", SHEET + "?format=pdf", "").statusCode()).isEqualTo(422);
        var broken = json(shop.call("PUT", "/api/v1/decisions/new/sheet", "a,b\n1,2,3\n", CSV));
        assertThat(broken.path("reason").asText()).isEqualTo("no-heading");
        assertThat(broken.path("cell").asText()).isEqualTo("C2");
        assertThat(shop.call("GET", "/api/v1/decisions/new", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_sheet_does_not_write_over_what_somebody_saved_meanwhile() {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        String sheet = shop.call("GET", SHEET, "").body();
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(11), "application/xml");

        assertThat(shop.callIfMatch("\"1\"", "PUT", SHEET, sheet, CSV).statusCode())
                .isEqualTo(409);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static byte[] bytes(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
