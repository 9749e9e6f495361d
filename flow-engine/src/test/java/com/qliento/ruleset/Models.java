package com.qliento.ruleset;

/** DMN files for tests. */
public final class Models {

    private Models() {}

    /** A discount for large totals and for customers of a kind; this percentage for large ones. */
    public static String discount(int percent) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="discount" name="Discount"
                    namespace="https://example.org/discount">
                  <inputData id="total" name="total"><variable name="total" typeRef="number"/></inputData>
                  <inputData id="kind" name="kind"><variable name="kind" typeRef="string"/></inputData>
                  <decision id="decision" name="discount">
                    <variable name="discount"/>
                    <informationRequirement><requiredInput href="#total"/></informationRequirement>
                    <informationRequirement><requiredInput href="#kind"/></informationRequirement>
                    <decisionTable id="table" hitPolicy="UNIQUE">
                      <input id="c1"><inputExpression typeRef="number"><text>total</text></inputExpression></input>
                      <input id="c2"><inputExpression typeRef="string"><text>kind</text></inputExpression></input>
                      <output id="c3" name="percent" typeRef="number"/>
                      <output id="c4" name="reason" typeRef="string"/>
                      <rule id="small">
                        <inputEntry id="s1"><text>&lt; 100</text></inputEntry><inputEntry id="s2"><text>-</text></inputEntry>
                        <outputEntry id="s3"><text>0</text></outputEntry>
                        <outputEntry id="s4"><text>"small order"</text></outputEntry>
                      </rule>
                      <rule id="vip">
                        <inputEntry id="v1"><text>&gt;= 100</text></inputEntry>
                        <inputEntry id="v2"><text>"vip"</text></inputEntry>
                        <outputEntry id="v3"><text>20</text></outputEntry>
                        <outputEntry id="v4"><text>"vip"</text></outputEntry>
                      </rule>
                      <rule id="large">
                        <inputEntry id="l1"><text>&gt;= 100</text></inputEntry>
                        <inputEntry id="l2"><text>not("vip")</text></inputEntry>
                        <outputEntry id="l3"><text>%d</text></outputEntry>
                        <outputEntry id="l4"><text>"large order"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(percent);
    }

    /** The same with two rows that fit at once. */
    public static String overlapping() {
        return discount(10).replace("not(\"vip\")", "-");
    }

    /** A decision that only gives the time. */
    public static String today() {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="t" name="Today" namespace="urn:t">
                  <decision id="d" name="day"><variable name="day"/>
                    <literalExpression><text>string(today)</text></literalExpression></decision>
                </definitions>
                """;
    }
}
