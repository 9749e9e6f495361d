package com.qliento.rules.sheet;

/** The picture of a new model: its decision, and the inputs in a row below. */
final class ModelDrawing {

    private static final int STEP = 160;
    private static final int DECISION_X = 420;
    private static final int DECISION_CENTRE = DECISION_X + 90;

    private ModelDrawing() {}

    static void draw(XmlOut out, int inputs) {
        out.start("dmndi:DMNDI").start("dmndi:DMNDiagram").attribute("id", "diagram");
        shape(out, "decision", new int[] {DECISION_X, 100, 180, 80});
        int left = Math.max(20, DECISION_CENTRE - (inputs * STEP - 35) / 2);
        for (int i = 0; i < inputs; i++) {
            shape(out, "data-" + (i + 1), new int[] {left + i * STEP, 260, 125, 45});
        }
        for (int i = 0; i < inputs; i++) {
            out.start("dmndi:DMNEdge")
                    .attribute("id", "edge-" + (i + 1))
                    .attribute("dmnElementRef", "data-" + (i + 1) + "-needed");
            point(out, left + i * STEP + 62, 260);
            point(out, DECISION_CENTRE, 180);
            out.end("dmndi:DMNEdge");
        }
        out.end("dmndi:DMNDiagram").end("dmndi:DMNDI");
    }

    private static void shape(XmlOut out, String of, int[] place) {
        out.start("dmndi:DMNShape").attribute("id", of + "-shape").attribute("dmnElementRef", of);
        out.start("dc:Bounds")
                .attribute("x", "" + place[0])
                .attribute("y", "" + place[1])
                .attribute("width", "" + place[2])
                .attribute("height", "" + place[3])
                .end("dc:Bounds");
        out.end("dmndi:DMNShape");
    }

    private static void point(XmlOut out, int x, int y) {
        out.start("di:waypoint").attribute("x", "" + x).attribute("y", "" + y).end("di:waypoint");
    }
}
