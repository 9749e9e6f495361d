package com.qliento.rules.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.BusinessKnowledgeModel;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/** Reads the texts of a model: cells of tables, their headings and policies, expressions. */
final class CellReader {

    private final String decision;
    private final List<DecisionCell> cells;

    private CellReader(String decision, List<DecisionCell> cells) {
        this.decision = decision;
        this.cells = cells;
    }

    static List<DecisionCell> read(Definitions definitions) {
        var cells = new ArrayList<DecisionCell>();
        for (DRGElement element : definitions.getDrgElement()) {
            Expression logic = logic(element);
            var reader = new CellReader(String.valueOf(element.getName()), cells);
            if (logic instanceof DecisionTable table) {
                reader.table(table);
            } else if (logic instanceof LiteralExpression literal) {
                reader.add("", 0, "expression", "", literal.getText());
            }
        }
        return cells;
    }

    private static @Nullable Expression logic(DRGElement element) {
        if (element instanceof Decision made) {
            return made.getExpression();
        }
        boolean function = element instanceof BusinessKnowledgeModel;
        var body = function ? ((BusinessKnowledgeModel) element).getEncapsulatedLogic() : null;
        return body == null ? null : body.getExpression();
    }

    private void table(DecisionTable table) {
        String policy = table.getHitPolicy().value()
                + (table.getAggregation() == null
                        ? ""
                        : " " + table.getAggregation().value());
        add("", 0, "hit-policy", "", policy);
        var keys = new ArrayList<String>();
        var headings = new ArrayList<String>();
        for (InputClause input : table.getInput()) {
            LiteralExpression asked = input.getInputExpression();
            String text = asked == null ? "" : Objects.requireNonNullElse(asked.getText(), "");
            heading(input.getId(), Objects.requireNonNullElse(input.getLabel(), text), text, keys, headings);
            kind(asked == null ? null : asked.getTypeRef(), input.getInputValues(), keys, headings);
        }
        for (OutputClause output : table.getOutput()) {
            String name = Objects.requireNonNullElse(output.getName(), decision);
            heading(output.getId(), Objects.requireNonNullElse(output.getLabel(), name), name, keys, headings);
            kind(output.getTypeRef(), output.getOutputValues(), keys, headings);
        }
        for (int i = 0; i < table.getRule().size(); i++) {
            row(table.getRule().get(i), i + 1, keys, headings);
        }
    }

    private void heading(@Nullable String id, String heading, String text, List<String> keys, List<String> headings) {
        String key = id == null ? "#" + keys.size() : id;
        keys.add(key);
        headings.add(heading);
        add("", 0, key, heading, text);
    }

    /** What the column's values are: its type and those it may have. */
    private void kind(@Nullable QName type, @Nullable UnaryTests values, List<String> keys, List<String> headings) {
        String key = keys.get(keys.size() - 1);
        String heading = headings.get(headings.size() - 1);
        if (type != null) {
            add("", 0, key + "/type", heading, type.getLocalPart());
        }
        if (values != null) {
            add("", 0, key + "/values", heading, values.getText());
        }
    }

    private void row(DecisionRule rule, int number, List<String> keys, List<String> headings) {
        String key = rule.getId() == null ? "#" + number : rule.getId();
        var texts = new ArrayList<String>();
        rule.getInputEntry().forEach(cell -> texts.add(cell.getText()));
        rule.getOutputEntry().forEach(cell -> texts.add(cell.getText()));
        for (int i = 0; i < Math.min(texts.size(), keys.size()); i++) {
            add(key, number, keys.get(i), headings.get(i), texts.get(i));
        }
    }

    private void add(String rowKey, int row, String columnKey, String column, @Nullable String text) {
        cells.add(new DecisionCell(
                decision,
                rowKey,
                row,
                columnKey,
                column,
                Objects.requireNonNullElse(text, "").strip()));
    }
}
