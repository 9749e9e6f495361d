package com.qliento.rules.decision;

import com.qliento.rules.feel.Budget;
import com.qliento.rules.feel.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.util.NamespaceUtil;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.decisiontables.DTDecisionRule;
import org.kie.dmn.feel.runtime.decisiontables.HitPolicy;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/** Makes a table that runs out of one that was read. Cells that say the same in a column are compiled once. */
final class TableReader {

    private static final int MOST_COLUMNS = 100;

    private final DecisionTable table;
    private final DMNModelImpl model;
    private final DecisionFeel feel;
    private final Map<String, Type> names;
    private final DecisionProblems problems;
    private final Map<String, Tests> knownTests = new HashMap<>();
    private final Map<String, BaseNode> knownOutcomes = new HashMap<>();
    private boolean broken;

    private record Tests(List<UnaryTest> tests, BaseNode tree) {}

    TableReader(
            DecisionTable table,
            DMNModelImpl model,
            DecisionFeel feel,
            Map<String, Type> names,
            DecisionProblems problems) {
        this.table = table;
        this.model = model;
        this.feel = feel;
        this.names = names;
        this.problems = problems;
    }

    /** Null when something in it can't be used, which is told as problems. */
    @Nullable
    TableLogic read(DecisionPlace place, String name) {
        if (table.getInput().size() + table.getOutput().size() > MOST_COLUMNS) {
            problems.add(DecisionProblem.error("too-many-columns", place, MOST_COLUMNS));
            return null;
        }
        HitPolicy policy = policy(place);
        List<TableColumn.Input> inputs = inputs(place);
        List<TableColumn.Output> outputs = outputs(place);
        if (policy == HitPolicy.PRIORITY || policy == HitPolicy.OUTPUT_ORDER) {
            requireOrder(place, outputs);
        }
        if (broken) {
            return null;
        }
        List<TableRow> rows = rows(place, inputs, outputs);
        return broken || policy == null ? null : new TableLogic(place, name, policy, inputs, outputs, rows);
    }

    private @Nullable HitPolicy policy(DecisionPlace place) {
        String written = table.getHitPolicy().value()
                + (table.getAggregation() == null
                        ? ""
                        : " " + table.getAggregation().value());
        try {
            return HitPolicy.fromString(written);
        } catch (IllegalArgumentException unknown) {
            error(DecisionProblem.error("hit-policy", place, written));
            return null;
        }
    }

    private void requireOrder(DecisionPlace place, List<TableColumn.Output> outputs) {
        if (outputs.stream().allMatch(output -> output.allowed().isEmpty())) {
            error(DecisionProblem.error("no-priority", place));
        }
    }

    private List<TableColumn.Input> inputs(DecisionPlace place) {
        var columns = new ArrayList<TableColumn.Input>();
        for (int i = 0; i < table.getInput().size(); i++) {
            InputClause clause = table.getInput().get(i);
            LiteralExpression expression = clause.getInputExpression();
            String text = expression == null || expression.getText() == null ? "" : expression.getText();
            String heading = clause.getLabel() == null || clause.getLabel().isBlank() ? text : clause.getLabel();
            DecisionPlace at = place.column(i + 1, heading, clause.getId());
            if (text.isBlank()) {
                error(DecisionProblem.error("no-input-expression", at));
                continue;
            }
            BaseNode tree = feel.expression(text, names, at);
            BaseDMNTypeImpl type = typeOf(expression, expression.getTypeRef(), at);
            Tests allowed = allowed(clause.getInputValues(), type, at);
            if (tree == null) {
                broken = true;
            } else {
                columns.add(new TableColumn.Input(
                        at, tree, type, listed(allowed), allowed == null ? null : allowed.tree()));
            }
        }
        return columns;
    }

    private List<TableColumn.Output> outputs(DecisionPlace place) {
        var columns = new ArrayList<TableColumn.Output>();
        boolean several = table.getOutput().size() > 1;
        for (int i = 0; i < table.getOutput().size(); i++) {
            OutputClause clause = table.getOutput().get(i);
            String heading = clause.getLabel() != null && !clause.getLabel().isBlank()
                    ? clause.getLabel()
                    : clause.getName() != null ? clause.getName() : String.valueOf(place.decision());
            DecisionPlace at = place.column(table.getInput().size() + i + 1, heading, clause.getId());
            if (several && (clause.getName() == null || clause.getName().isBlank())) {
                error(DecisionProblem.error("no-output-name", at));
            }
            if (clause.getTypeRef() != null) {
                typeOf(clause, clause.getTypeRef(), at);
            }
            BaseDMNTypeImpl type = DMNEvaluatorCompiler.inferTypeRef(model, table, clause);
            Tests allowed = allowed(clause.getOutputValues(), type, at);
            columns.add(new TableColumn.Output(at, clause.getName(), type, listed(allowed), otherwise(clause, at)));
        }
        if (columns.isEmpty()) {
            error(DecisionProblem.error("no-output", place));
        }
        return columns;
    }

    private @Nullable BaseNode otherwise(OutputClause clause, DecisionPlace at) {
        LiteralExpression expression = clause.getDefaultOutputEntry();
        if (expression == null
                || expression.getText() == null
                || expression.getText().isBlank()) {
            return null;
        }
        return outcome(expression.getText(), at);
    }

    /** As the heading says, else as the type does; null for any. */
    private @Nullable Tests allowed(@Nullable UnaryTests written, BaseDMNTypeImpl type, DecisionPlace at) {
        String text = written == null || written.getText() == null ? "" : written.getText();
        if (text.isBlank()) {
            text = type.getAllowedValues().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return text.isBlank() ? null : tests(text, type, at);
    }

    private static List<UnaryTest> listed(@Nullable Tests tests) {
        return tests == null ? List.of() : tests.tests();
    }

    private BaseDMNTypeImpl typeOf(DMNModelInstrumentedBase element, @Nullable QName typeRef, DecisionPlace at) {
        var unknown = (BaseDMNTypeImpl) model.getTypeRegistry().unknown();
        if (typeRef == null) {
            return unknown;
        }
        QName full = NamespaceUtil.getNamespaceAndName(
                element, model.getImportAliasesForNS(), typeRef, model.getNamespace());
        var type = (BaseDMNTypeImpl) model.getTypeRegistry().resolveType(full.getNamespaceURI(), full.getLocalPart());
        if (type == null) {
            error(DecisionProblem.error("unknown-type", at, typeRef.getLocalPart()));
            return unknown;
        }
        return type;
    }

    private List<TableRow> rows(DecisionPlace place, List<TableColumn.Input> inputs, List<TableColumn.Output> outputs) {
        var rows = new ArrayList<TableRow>(table.getRule().size());
        for (int i = 0; i < table.getRule().size(); i++) {
            DecisionRule rule = table.getRule().get(i);
            DecisionPlace at = place.row(i + 1, rule.getId());
            if (rule.getInputEntry().size() != inputs.size()
                    || rule.getOutputEntry().size() != outputs.size()) {
                error(DecisionProblem.error("row-cells", at, inputs.size() + outputs.size()));
                continue;
            }
            rows.add(new TableRow(
                    new DTDecisionRule(i, rule.getId()), conditions(rule, at, inputs), outcomes(rule, at, outputs)));
        }
        if (rows.isEmpty() && !broken) {
            error(DecisionProblem.error("no-rows", place));
        }
        return rows;
    }

    private List<TableRow.Condition> conditions(DecisionRule rule, DecisionPlace at, List<TableColumn.Input> inputs) {
        var conditions = new ArrayList<TableRow.Condition>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            TableColumn.Input column = inputs.get(i);
            UnaryTests cell = rule.getInputEntry().get(i);
            DecisionPlace here = at.cell(column.place(), cell.getId());
            String text = cell.getText() == null || cell.getText().isBlank() ? "-" : cell.getText();
            Tests tests = tests(text, column.type(), here);
            if (tests != null) {
                conditions.add(new TableRow.Condition(here, tests.tests(), text.contains("?"), tests.tree()));
            }
        }
        return conditions;
    }

    private List<TableRow.Outcome> outcomes(DecisionRule rule, DecisionPlace at, List<TableColumn.Output> outputs) {
        var outcomes = new ArrayList<TableRow.Outcome>(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            TableColumn.Output column = outputs.get(i);
            LiteralExpression cell = rule.getOutputEntry().get(i);
            DecisionPlace here = at.cell(column.place(), cell.getId());
            String text = cell.getText() == null || cell.getText().isBlank() ? "null" : cell.getText();
            BaseNode tree = outcome(text, here);
            if (tree != null) {
                CellTypes.check(tree, column.type(), here, problems);
                outcomes.add(new TableRow.Outcome(here, tree));
            }
        }
        return outcomes;
    }

    private @Nullable BaseNode outcome(String text, DecisionPlace at) {
        BaseNode known = knownOutcomes.get(text);
        if (known == null) {
            known = feel.expression(text, names, at);
            if (known == null) {
                broken = true;
            } else {
                knownOutcomes.put(text, known);
            }
        }
        return known;
    }

    @SuppressWarnings("unchecked") // a tree of tests comes to tests
    private @Nullable Tests tests(String text, BaseDMNTypeImpl type, DecisionPlace at) {
        String key = at.column() + " " + text;
        Tests known = knownTests.get(key);
        if (known == null) {
            var withItself = new HashMap<String, Type>(names);
            withItself.put("?", type.getFeelType());
            BaseNode tree = feel.tests(text, withItself, at);
            if (tree == null) {
                broken = true;
                return null;
            }
            StatedCondition.settle(tree, DecisionInput.typeOf(type));
            CellTypes.checkTests(tree, type, at, problems);
            var none = new Scope(Map.of(), event -> {}, Budget.ofExpression());
            known = new Tests((List<UnaryTest>) tree.evaluate(none), tree);
            knownTests.put(key, known);
        }
        return known;
    }

    private void error(DecisionProblem problem) {
        problems.add(problem);
        broken = true;
    }
}
