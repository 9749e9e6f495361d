package com.qliento.rules.decision;

import com.qliento.rules.feel.Functions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.BuiltinAggregator;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.OutputClause;

/**
 * Tells where a table and the model around it say different types of the same value: such a table never decides, whatever
 * it is asked. Only what is certain is told: nothing where one of them leaves the type open.
 */
final class TypesTogether {

    /** FEEL's own types, by the names that files have for them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("string", "string"),
            Map.entry("number", "number"),
            Map.entry("boolean", "boolean"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("dateTime", "date and time"),
            Map.entry("date and time", "date and time"),
            Map.entry("dayTimeDuration", "days and time duration"),
            Map.entry("days and time duration", "days and time duration"),
            Map.entry("yearMonthDuration", "years and months duration"),
            Map.entry("years and months duration", "years and months duration"));

    private static final int DEEPEST = 20;

    private final Definitions definitions;
    private final DecisionProblems problems;
    private final Map<String, ItemDefinition> own = new HashMap<>();
    private final Map<String, QName> said = new HashMap<>();

    private TypesTogether(Definitions definitions, DecisionProblems problems) {
        this.definitions = definitions;
        this.problems = problems;
        definitions.getItemDefinition().forEach(type -> own.put(String.valueOf(type.getName()), type));
        definitions.getDrgElement().forEach(element -> {
            QName type = said(element);
            if (type != null) {
                said.put(Functions.normalized(String.valueOf(element.getName())), type);
            }
        });
    }

    static void tell(Definitions definitions, DecisionProblems problems) {
        new TypesTogether(definitions, problems).tell();
    }

    private static @Nullable QName said(DRGElement element) {
        var variable = element instanceof InputData input
                ? input.getVariable()
                : element instanceof Decision decision ? decision.getVariable() : null;
        return variable == null ? null : variable.getTypeRef();
    }

    private void tell() {
        for (DRGElement element : definitions.getDrgElement()) {
            if (element instanceof Decision decision && decision.getExpression() instanceof DecisionTable table) {
                var place =
                        DecisionPlace.of(decision.getName(), table.getId() == null ? decision.getId() : table.getId());
                for (int i = 0; i < table.getInput().size(); i++) {
                    input(table.getInput().get(i), i + 1, place);
                }
                result(decision, table, place);
            }
        }
    }

    private void input(InputClause column, int number, DecisionPlace place) {
        var expression = column.getInputExpression();
        if (expression == null || expression.getText() == null) {
            return;
        }
        String name = expression.getText().strip();
        String asked = kind(expression.getTypeRef());
        String given = kind(said.get(Functions.normalized(name)));
        if (asked != null && given != null && !asked.equals(given)) {
            String heading = column.getLabel() == null || column.getLabel().isBlank() ? name : column.getLabel();
            problems.add(DecisionProblem.error(
                    "types-input", place.column(number, heading, column.getId()), name, given, asked));
        }
    }

    private void result(Decision decision, DecisionTable table, DecisionPlace place) {
        String wanted = kind(said(decision));
        List<OutputClause> outputs = table.getOutput();
        if (wanted == null || outputs.isEmpty()) {
            return;
        }
        if (lists(table)) {
            problems.add(DecisionProblem.error("types-list", place, wanted));
        } else if (outputs.size() > 1) {
            problems.add(DecisionProblem.error("types-parts", place, wanted));
        } else {
            String gives =
                    table.getHitPolicy() == HitPolicy.COLLECT && table.getAggregation() == BuiltinAggregator.COUNT
                            ? "number"
                            : kind(outputs.get(0).getTypeRef());
            if (gives != null && !gives.equals(wanted)) {
                problems.add(DecisionProblem.error("types-result", place, wanted, gives));
            }
        }
    }

    private static boolean lists(DecisionTable table) {
        return switch (table.getHitPolicy()) {
            case COLLECT -> table.getAggregation() == null;
            case RULE_ORDER, OUTPUT_ORDER -> true;
            default -> false;
        };
    }

    /** FEEL's type that it is built on; null for any, for one of several parts, for a list, and for what is not known. */
    private @Nullable String kind(@Nullable QName type) {
        String name = type == null ? "" : type.getLocalPart();
        for (int i = 0; i < DEEPEST; i++) {
            ItemDefinition mine = own.get(name);
            if (mine == null) {
                return KINDS.get(name);
            }
            if (mine.isIsCollection() || !mine.getItemComponent().isEmpty()) {
                return null;
            }
            name = mine.getTypeRef() == null
                    ? ""
                    : Objects.requireNonNullElse(mine.getTypeRef().getLocalPart(), "");
        }
        return null;
    }
}
