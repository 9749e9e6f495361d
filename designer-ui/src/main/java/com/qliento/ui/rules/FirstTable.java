package com.qliento.ui.rules;

import com.qliento.problem.KeptText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The table that a new decision begins with: one input, one output, two rows to write over. */
final class FirstTable {

    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/" id="model" name="{name}" namespace="https://qliento.com/decision">
              <inputData id="input" name="{input}">
                <variable id="input-value" name="{input}" typeRef="string" />
              </inputData>
              <decision id="decision" name="{decision}">
                <variable id="decision-value" name="{decision}" typeRef="string" />
                <informationRequirement id="needs">
                  <requiredInput href="#input" />
                </informationRequirement>
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="column-input">
                    <inputExpression id="column-input-value" typeRef="string">
                      <text>{input}</text>
                    </inputExpression>
                  </input>
                  <output id="column-output" name="{decision}" typeRef="string" />
                  <rule id="row-1">
                    <inputEntry id="row-1-input">
                      <text>"yes"</text>
                    </inputEntry>
                    <outputEntry id="row-1-output">
                      <text>"a"</text>
                    </outputEntry>
                  </rule>
                  <rule id="row-2">
                    <inputEntry id="row-2-input">
                      <text>-</text>
                    </inputEntry>
                    <outputEntry id="row-2-output">
                      <text>"b"</text>
                    </outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI>
                <dmndi:DMNDiagram id="diagram">
                  <dmndi:DMNShape id="decision-shape" dmnElementRef="decision">
                    <dc:Bounds height="80" width="180" x="420" y="100" />
                  </dmndi:DMNShape>
                  <dmndi:DMNShape id="input-shape" dmnElementRef="input">
                    <dc:Bounds height="45" width="125" x="448" y="260" />
                  </dmndi:DMNShape>
                  <dmndi:DMNEdge id="needs-edge" dmnElementRef="needs">
                    <di:waypoint x="510" y="260" />
                    <di:waypoint x="510" y="200" />
                    <di:waypoint x="510" y="180" />
                  </dmndi:DMNEdge>
                </dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>
            """;

    private FirstTable() {}

    /** As a file; the names inside of it are words of this language. */
    static byte[] named(String name, Locale language) {
        boolean english = !"es".equals(language.getLanguage()) && !"pt".equals(language.getLanguage());
        String decision = english ? "result" : "resultado";
        String input = english ? "answer given" : "es".equals(language.getLanguage()) ? "respuesta" : "resposta";
        return FILE.replace("{input}", input)
                .replace("{decision}", decision)
                .replace("{name}", HtmlUtils.htmlEscapeDecimal(KeptText.of(name)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
