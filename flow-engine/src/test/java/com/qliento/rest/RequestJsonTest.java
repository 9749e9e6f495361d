package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new RequestJson()).build();

    record Part(@Nullable String text) {}

    record Body(
            @Nullable String name,
            @Nullable List<String> tags,
            @Nullable List<Part> parts,
            @Nullable Map<String, Object> values) {}

    @Test
    void every_text_is_read_as_it_can_be_kept_wherever_it_stands() throws Exception {
        var body = json.readValue("""
            {"name":"a\\u0000b\\u000Bc","tags":["x\\uFFFEy"],"parts":[{"text":"p\\u0001q"}],
             "values":{"k\\u0000ey":["v\\uD800w",{"deep":"d\\u001Fe"},null,1.5]}}\
            """, Body.class);

        assertThat(body)
                .isEqualTo(new Body(
                        "ab\nc",
                        List.of("xy"),
                        List.of(new Part("pq")),
                        Map.of("key", Arrays.asList("vw", Map.of("deep", "de"), null, 1.5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tags\":[null]}", "{\"tags\":[\"a\",null]}", "{\"parts\":[null]}", "{\"parts\":[[]]}"})
    void a_list_with_a_hole_in_it_is_not_read(String body) {
        assertThatThrownBy(() -> json.readValue(body, Body.class)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void what_is_left_out_or_null_as_a_whole_is_null() throws Exception {
        assertThat(json.readValue("{\"name\":null,\"tags\":null}", Body.class))
                .isEqualTo(new Body(null, null, null, null));
    }
}
