package com.qliento.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That answers are held against the description at all. */
class DescribedTest {

    private static final String FLOW =
            "{'key':'a','name':'A','revision':1,'draftAt':'2026-11-29T12:00:00Z'}".replace('\'', '"');
    private static final String PROBLEM =
            "{'type':'urn:qliento:problem:x','title':'X','status':404,'detail':'x'}".replace('\'', '"');

    private final Described described = Scene.shared().described();

    @Test
    void an_answer_as_described_is_taken() {
        described.hold("GET", "/api/v1/flows/a", 200, "application/json", FLOW);
        described.hold("GET", "/api/v1/flows/a", 404, "application/problem+json", PROBLEM);
        described.hold("GET", "/api/v1/flows/a", 304, "", "");

        assertThat(described.notDone()).doesNotContain("get /api/v1/flows/{key}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "200 ~ application/json ~ {'key':'a','name':'A','revision':1,'draftAt':'2026-11-29T12:00:00Z','more':1}",
                "200 ~ application/json ~ {'key':'a','name':'A','revision':1}",
                "200 ~ application/json ~ {'key':'a','name':'A','revision':'1','draftAt':'2026-11-29T12:00:00Z'}",
                "200 ~ application/json ~ {'key':'a','name':'A','revision':1,'draftAt':'yesterday'}",
                "200 ~ application/xml ~ <a/>",
                "202 ~ application/json ~ {}",
                "404 ~ application/json ~ {'status':404}",
                "404 ~ application/problem+json ~ {'status':404}"
            })
    void an_answer_otherwise_than_described_is_not(int status, String type, String body) {
        assertThatThrownBy(() -> described.hold("GET", "/api/v1/flows/a", status, type, body.replace('\'', '"')))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("get /api/v1/flows/{key} is described otherwise");
    }
}
