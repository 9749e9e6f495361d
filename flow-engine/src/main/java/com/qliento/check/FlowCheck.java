package com.qliento.check;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.UnreadableFlow;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with a flow before it runs. What it lets pass without an error can be compiled, deployed and run;
 * it says nothing about whether the flow is a good one.
 */
@Component
public final class FlowCheck {

    private final FlowReader reader;
    private final List<FlowRule> rules;

    FlowCheck(FlowReader reader, List<FlowRule> rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /** All problems in English, errors first, each part in the order it was found; empty when there are none. Never throws. */
    public List<FlowProblem> check(byte[] bpmn, FlowEnvironment environment) {
        return check(bpmn, environment, Locale.ENGLISH);
    }

    /** The same in this language, in English when there are no texts in it. */
    public List<FlowProblem> check(byte[] bpmn, FlowEnvironment environment, Locale language) {
        FlowModel flow;
        try {
            flow = reader.read(bpmn);
        } catch (UnreadableFlow e) {
            return List.of(e.problem(language));
        }
        var findings = new Findings(language);
        rules.forEach(rule -> rule.check(flow, environment, findings));
        return findings.errorsFirst();
    }
}
