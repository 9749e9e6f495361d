package com.qliento.ui.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.tryout.CallAnswer;
import com.qliento.tryout.CaseStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A sample's {@code script.yaml} as steps of a test case. */
final class SampleScript {

    /** What a script says of a reply that is a file without words. */
    private static final String ANY_FILE = "[file]";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleScript() {}

    /** The steps in order; none when there are no steps. What another flow says later is no part of this one's chat. */
    static List<CaseStep> read(String yaml) {
        var steps = new ArrayList<CaseStep>();
        boolean ended = false;
        Object script = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        if (script instanceof Map<?, ?> fields && fields.get("steps") instanceof List<?> written) {
            for (var step : written) {
                if (step instanceof Map<?, ?> one) {
                    if (ended && one.containsKey("clock")) {
                        break;
                    }
                    ended = one.containsKey("ends");
                    if (one.get("calls") instanceof Map<?, ?> values) {
                        // What came before brought the customer there: this chat begins as the other system begins it.
                        steps.clear();
                        steps.add(CaseStep.say(JSON.valueToTree(values).toString()));
                    }
                    if (one.get("answers") instanceof Map<?, ?> answer) {
                        steps.add(CaseStep.answer(
                                new CallAnswer(null, JSON.valueToTree(answer).toString())));
                    }
                    one.forEach((field, value) -> add(steps, String.valueOf(field), String.valueOf(value)));
                }
            }
        }
        return List.copyOf(steps);
    }

    private static void add(List<CaseStep> steps, String field, String value) {
        switch (field) {
            case "says" -> steps.add(CaseStep.say(value));
            case "taps" -> steps.add(new CaseStep(CaseStep.Kind.TAP, value, null, null, List.of()));
            case "clock" -> steps.add(new CaseStep(CaseStep.Kind.SKIP, value, null, null, List.of()));
            case "expects" -> steps.add(CaseStep.reply(value.equals(ANY_FILE) ? "*" : "*" + value + "*", List.of()));
            default -> {
                // when it ends or is silent, the next step shows
            }
        }
    }
}
