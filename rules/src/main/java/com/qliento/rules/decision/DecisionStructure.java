package com.qliento.rules.decision;

import com.qliento.rules.feel.Functions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.DefaultBuiltinFEELTypeRegistry;
import org.kie.dmn.model.api.BusinessKnowledgeModel;
import org.kie.dmn.model.api.ContextEntry;
import org.kie.dmn.model.api.DMNElementReference;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionService;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.FunctionDefinition;
import org.kie.dmn.model.api.FunctionKind;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.UnaryTests;
import org.kie.dmn.model.v1_5.TInformationItem;

/** Refuses, before anything is compiled, what a model may not have: ways out of it, circles, other languages. */
final class DecisionStructure {

    private static final int MOST_ELEMENTS = 2_000;

    private final Definitions definitions;
    private final DecisionProblems problems;
    private final Set<String> functions = new HashSet<>();

    DecisionStructure(Definitions definitions, DecisionProblems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    /** Names of the functions that the model defines; ask after {@link #check}. */
    Set<String> functions() {
        return functions;
    }

    void check() {
        if (!definitions.getImport().isEmpty()) {
            error(
                    "import",
                    DecisionPlace.MODEL,
                    String.valueOf(definitions.getImport().get(0).getName()));
        }
        if (definitions.getDrgElement().isEmpty()) {
            error("no-decision", DecisionPlace.MODEL);
        }
        if (definitions.getDrgElement().size() > MOST_ELEMENTS) {
            error("too-many-decisions", DecisionPlace.MODEL, MOST_ELEMENTS);
            return;
        }
        names();
        definitions.getItemDefinition().forEach(type -> type(type, type.getName()));
        typeCycles();
        for (DRGElement element : definitions.getDrgElement()) {
            walk(element, DecisionPlace.of(element.getName(), element.getId()));
        }
        requirements();
    }

    private void names() {
        var seen = new HashSet<String>();
        for (DRGElement element : definitions.getDrgElement()) {
            String name = element.getName();
            if (name == null || name.isBlank()) {
                error("no-name", DecisionPlace.of(String.valueOf(element.getId()), element.getId()));
            } else if (!seen.add(Functions.normalized(name))) {
                error("same-name", DecisionPlace.of(name, element.getId()));
            }
            if (element instanceof BusinessKnowledgeModel || element instanceof DecisionService) {
                functions.add(Functions.normalized(String.valueOf(name)));
            }
            nameResult(element);
        }
    }

    /** The standard wants a variable named as its element; drawn models often have none or another. */
    private static void nameResult(DRGElement element) {
        if (element instanceof Decision decision) {
            decision.setVariable(named(decision.getVariable(), element));
        } else if (element instanceof InputData input) {
            input.setVariable(named(input.getVariable(), element));
        } else if (element instanceof BusinessKnowledgeModel function) {
            function.setVariable(named(function.getVariable(), element));
        } else if (element instanceof DecisionService service) {
            service.setVariable(named(service.getVariable(), element));
        }
    }

    private static InformationItem named(@Nullable InformationItem variable, DRGElement element) {
        InformationItem item = variable == null ? new TInformationItem() : variable;
        item.setName(element.getName());
        if (variable == null) {
            item.setParent(element);
        }
        return item;
    }

    private void type(ItemDefinition type, String name) {
        Stream.of(type.getAllowedValues(), type.getTypeConstraint())
                .filter(tests -> tests != null
                        && tests.getText() != null
                        && !tests.getText().isBlank())
                .forEach(tests -> allowed(tests, DecisionPlace.of(name, type.getId())));
        type.getItemComponent().forEach(part -> type(part, name + "." + part.getName()));
    }

    private void allowed(UnaryTests tests, DecisionPlace place) {
        new DecisionFeel(DefaultBuiltinFEELTypeRegistry.INSTANCE, Set.of(), problems)
                .tests(tests.getText(), Map.of("?", BuiltInType.UNKNOWN), place);
    }

    private void typeCycles() {
        var uses = new LinkedHashMap<String, Set<String>>();
        definitions.getItemDefinition().forEach(type -> {
            var used = new LinkedHashSet<String>();
            collect(type, used);
            uses.put(String.valueOf(type.getName()), used);
        });
        Circles.in(uses).ifPresent(circle -> error("type-circle", DecisionPlace.MODEL, String.join(" → ", circle)));
    }

    private static void collect(ItemDefinition type, Set<String> used) {
        if (type.getTypeRef() != null) {
            used.add(type.getTypeRef().getLocalPart());
        }
        type.getItemComponent().forEach(part -> collect(part, used));
    }

    private void walk(DMNModelInstrumentedBase element, DecisionPlace place) {
        if (element instanceof FunctionDefinition function && function.getKind() != FunctionKind.FEEL) {
            error("external-function", place);
        }
        if (element instanceof LiteralExpression literal
                && literal.getExpressionLanguage() != null
                && !literal.getExpressionLanguage().equals(literal.getURIFEEL())) {
            error("other-language", place, literal.getExpressionLanguage());
        }
        if (element instanceof LiteralExpression literal && literal.getImportedValues() != null) {
            error("import", place, "importedValues");
        }
        if (element instanceof ContextEntry entry
                && entry.getExpression() instanceof FunctionDefinition
                && entry.getVariable() != null) {
            functions.add(Functions.normalized(entry.getVariable().getName()));
        }
        for (DMNModelInstrumentedBase child : element.getChildren()) {
            walk(child, place);
        }
    }

    private void requirements() {
        var byId = new HashMap<String, DRGElement>();
        definitions.getDrgElement().forEach(element -> byId.put(String.valueOf(element.getId()), element));
        var uses = new LinkedHashMap<String, Set<String>>();
        for (DRGElement element : definitions.getDrgElement()) {
            var required = new LinkedHashSet<String>();
            for (String href : required(element)) {
                DRGElement target = byId.get(local(href));
                if (target == null) {
                    error("requirement", DecisionPlace.of(element.getName(), element.getId()), href);
                } else if (target != element || !(element instanceof BusinessKnowledgeModel)) {
                    required.add(target.getName());
                }
            }
            uses.put(String.valueOf(element.getName()), required);
        }
        Circles.in(uses).ifPresent(circle -> error("circle", DecisionPlace.MODEL, String.join(" → ", circle)));
    }

    /** An id of this file, written alone or behind the file's own namespace. */
    private String local(String href) {
        String own = definitions.getNamespace() + "#";
        return href.startsWith(own) ? href.substring(own.length()) : href.replaceFirst("^#", "");
    }

    private static List<String> required(DRGElement element) {
        var references = new ArrayList<DMNElementReference>();
        if (element instanceof Decision decision) {
            decision.getInformationRequirement().forEach(requirement -> {
                references.add(requirement.getRequiredDecision());
                references.add(requirement.getRequiredInput());
            });
            decision.getKnowledgeRequirement()
                    .forEach(requirement -> references.add(requirement.getRequiredKnowledge()));
        } else if (element instanceof BusinessKnowledgeModel function) {
            function.getKnowledgeRequirement()
                    .forEach(requirement -> references.add(requirement.getRequiredKnowledge()));
        }
        return references.stream()
                .filter(reference -> reference != null && reference.getHref() != null)
                .map(DMNElementReference::getHref)
                .toList();
    }

    private void error(String code, DecisionPlace place, Object... arguments) {
        problems.add(DecisionProblem.error(code, place, arguments));
    }
}
