package com.qliento.check;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;

/** A flow of many blocks as people draw them: questions, conditions on their answers, texts with values in them. */
public final class LargeFlow {

    private LargeFlow() {}

    /** About so many blocks, five a round: ask, condition, two texts, a wait; the last text leads on. */
    public static byte[] of(int blocks) {
        var steps = new StringBuilder(start()).append(end()).append(arrow("start", "ask0"));
        int rounds = blocks / 5;
        for (int i = 0; i < rounds; i++) {
            String on = i == rounds - 1 ? "end" : "ask" + (i + 1);
            steps.append(block(
                            "receiveTask",
                            "ask" + i,
                            "ask-choice",
                            "question",
                            "Round " + i + "?",
                            "options",
                            "Red\nBlue\nGreen",
                            "name",
                            "colour" + i))
                    .append(arrow("ask" + i, "if" + i))
                    .append("<bpmn:exclusiveGateway id='if" + i + "' default='if" + i + "-two" + i + "'/>")
                    .append(arrow("if" + i, "one" + i, "feel", "colour" + i + " = \"Red\" and " + i + " > 3"))
                    .append(arrow("if" + i, "two" + i))
                    .append(block("sendTask", "one" + i, "text", "text", "You chose {{ colour" + i + " }} as no. " + i))
                    .append(block(
                            "sendTask",
                            "two" + i,
                            "text",
                            "text",
                            "{{ contact.name }}, {{ upper case(colour" + i + ") }}"))
                    .append(arrow("one" + i, "wait" + i))
                    .append(arrow("two" + i, "wait" + i))
                    .append(block("intermediateCatchEvent", "wait" + i, "wait", "duration", "PT" + (i + 1) + "M"))
                    .append(arrow("wait" + i, on));
        }
        return process(steps.toString());
    }
}
