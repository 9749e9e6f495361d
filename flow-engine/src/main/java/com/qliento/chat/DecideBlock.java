package com.qliento.chat;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.DecisionInputs;
import com.qliento.block.Exit;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import com.qliento.consent.UseSettings;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import com.qliento.conversation.Step;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.decision.DecisionInput;
import com.qliento.rules.decision.MatchedRow;
import com.qliento.rules.feel.Expression;
import com.qliento.ruleset.LiveDecisions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Decides by a table and keeps what it came to; the trace keeps which rows counted, and no value. */
@Order(2)
@Component
class DecideBlock implements BlockHandler, CheckedBlock {

    private static final Block DECIDE = Block.of(
                    ChatWords.ALL, "decide", BlockGroup.DECIDE, BpmnElement.BUSINESS_RULE_TASK)
            .icon("table")
            .summary("{name} ← {decision!}")
            .exits(Exit.NOT_ALLOWED)
            .with(
                    Parameter.of("decision", ParameterKind.DECISION).needed(),
                    Parameter.version("version"),
                    Parameter.of("inputs", ParameterKind.INPUTS),
                    AnswerSettings.NAME.needed(),
                    AnswerSettings.CATEGORY,
                    AnswerSettings.PURPOSE,
                    UseSettings.USE);

    private static final int MOST_ROWS_TOLD = 10;

    private final LiveDecisions decisions;

    DecideBlock(LiveDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Block block() {
        return DECIDE;
    }

    @Override
    public void check(BlockCheck at) {
        DecisionCheck.check(at);
    }

    @Override
    public BlockAction prepare(BlockParameters parameters) {
        var mapped = new LinkedHashMap<String, Expression>();
        DecisionInputs.parse(parameters.text("inputs"))
                .forEach((input, feel) ->
                        mapped.put(input, parameters.expressions().compile(feel)));
        String key = parameters.text("decision").strip();
        Integer version = parameters.text("version").isBlank() ? null : parameters.number("version");
        return step -> {
            var found = decisions.find(step.conversation().lane().organisation(), key, version);
            if (found.isEmpty()) {
                step.note(parameters.element() + ":undecided " + key);
                step.answer(parameters, null);
                return Outcome.GO_ON;
            }
            decide(step, parameters, found.get(), mapped);
            return Outcome.GO_ON;
        };
    }

    private static void decide(
            Step step, BlockParameters parameters, LiveDecisions.Found found, Map<String, Expression> mapped) {
        Map<String, Object> values = step.values();
        var given = new HashMap<String, @Nullable Object>();
        for (DecisionInput input : found.model().inputs()) {
            Expression expression = mapped.get(input.name());
            given.put(input.name(), expression == null ? values.get(input.name()) : expression.evaluate(values));
        }
        given.put("now", values.get("now"));
        given.put("today", values.get("today"));
        List<String> wanted = found.model().wanted();
        Decided decided = found.model().evaluate(given, wanted);
        step.decided(found, given, decided);
        step.note(parameters.element() + ":" + told(found, decided));
        step.answer(parameters, wanted.size() == 1 ? decided.values().get(wanted.get(0)) : decided.values());
    }

    /** {@code rule discount 3 large}: the decision, its version, the rows that counted; or why there is none. */
    private static String told(LiveDecisions.Found found, Decided decided) {
        String which = found.key() + " " + found.version();
        if (decided.failed()) {
            return "undecided " + which + " " + decided.problems().get(0).code();
        }
        String rows = decided.rows().stream()
                .filter(MatchedRow::counted)
                .limit(MOST_ROWS_TOLD)
                .map(row -> row.rule() == null ? "#" + row.row() : row.rule())
                .collect(Collectors.joining(","));
        return "rule " + which + (rows.isEmpty() ? "" : " " + rows);
    }
}
