package com.qliento.check;

import com.qliento.block.Blocks;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.rules.feel.Expressions;
import java.util.List;
import java.util.Locale;

/**
 * Says what is wrong with a flow before it runs. What it lets pass without an error can be compiled, deployed and run;
 * it says nothing about whether the flow is a good one.
 */
public final class FlowCheck {

    private final FlowReader reader;
    private final List<FlowRule> rules;

    /**
     * @param expressions checks the FEEL in conditions, settings and texts
     * @param blocks there are, each with the rule of its own that it may have
     */
    public FlowCheck(Expressions expressions, Blocks blocks) {
        this.reader = new FlowReader(blocks);
        var language = new FlowLanguage(expressions);
        this.rules = List.of(
                new ProcessRule(),
                new IdRule(),
                new CamundaRule(),
                new JuelRule(),
                new VocabularyRule(),
                new EventRule(),
                new ExitRule(),
                new StartRule(),
                new ArrowRule(),
                new GatewayRule(),
                new ReachRule(),
                new LoopRule(),
                new WindowRule(),
                new ChoiceRule(),
                new ParameterRule(),
                new MessageRule(language),
                new EmptyRule(language),
                new MediaRule(),
                new ExpressionRule(language),
                new OwnRule(language, blocks));
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
