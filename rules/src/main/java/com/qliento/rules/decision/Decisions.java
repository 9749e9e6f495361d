package com.qliento.rules.decision;

import com.qliento.rules.feel.Expressions;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.core.compiler.DMNCompilerConfigurationImpl;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.model.api.Definitions;

/**
 * Compiles DMN 1.1 to 1.5 models for Drools' DMN engine. What a stranger writes is data: no Java, no PMML, no import, only
 * the FEEL that {@link Expressions} allows, and bounds on time, depth and size. Safe for many threads; keeps nothing.
 */
public final class Decisions {

    private static final String NAMELESS = "urn:qliento:decision";

    /** Compiles; throws {@link InvalidDecision} with everything that is wrong, at most 200 things. */
    public DecisionModel compile(String dmn) {
        return compile(DecisionXml.clean(dmn));
    }

    /** The same of a file in the encoding that it says. */
    public DecisionModel compile(byte[] dmn) {
        return compile(DecisionXml.clean(dmn));
    }

    /**
     * The name a model gives itself, empty when it gives none; throws {@link InvalidDecision} when the file is no model. A
     * file that has a name may still have every other mistake.
     */
    public String name(byte[] dmn) {
        return DecisionXml.clean(dmn).name();
    }

    /**
     * The texts of a model, in the order of the file, their ids as {@link DecisionIds} mends them; throws {@link
     * InvalidDecision} when the file is no model.
     */
    public List<DecisionCell> cells(byte[] dmn) {
        return CellReader.read(
                read(DecisionXml.clean(DecisionIds.mended(dmn).dmn()).xml()));
    }

    private static DecisionModel compile(DecisionXml.Clean clean) {
        var problems = new DecisionProblems();
        DecisionModel model = compile(clean, problems, table -> {});
        if (model == null || problems.errors()) {
            throw new InvalidDecision(problems.list());
        }
        return model;
    }

    /**
     * What is wrong, errors first, without throwing; empty when nothing is. Other than {@link #compile} it also tells which
     * rows of a table overlap, which are never reached, and what values no row is for.
     */
    public List<DecisionProblem> check(String dmn) {
        return check(() -> DecisionXml.clean(dmn), List::of);
    }

    /** The same of a file in the encoding that it says. */
    public List<DecisionProblem> check(byte[] dmn) {
        return check(() -> DecisionXml.clean(dmn), () -> DecisionIds.mended(dmn).before());
    }

    private static List<DecisionProblem> check(Supplier<DecisionXml.Clean> file, Supplier<List<String>> ids) {
        var problems = new DecisionProblems();
        try {
            var tables = new ArrayList<TableLogic>();
            DecisionXml.Clean dmn = file.get();
            List<String> noIds = ids.get();
            if (!noIds.isEmpty()) {
                problems.add(DecisionProblem.warning("ids", DecisionPlace.MODEL, some(noIds)));
            }
            compile(dmn, problems, tables::add);
            TypesTogether.tell(read(dmn.xml()), problems);
            if (!problems.errors()) {
                tables.forEach(table -> TableAnalysis.tell(table, problems));
            }
        } catch (InvalidDecision unreadable) {
            unreadable.problems().forEach(problems::add);
        }
        return problems.list();
    }

    private static String some(List<String> ids) {
        return String.join(", ", ids.subList(0, Math.min(ids.size(), 3))) + (ids.size() > 3 ? ", …" : "");
    }

    private static @Nullable DecisionModel compile(
            DecisionXml.Clean dmn, DecisionProblems problems, Consumer<TableLogic> tables) {
        Definitions definitions = read(dmn.xml());
        var structure = new DecisionStructure(definitions, problems);
        structure.check();
        if (problems.errors()) {
            return null;
        }
        var rows = new ArrayList<DecisionRow>();
        var allowed = new HashMap<String, String>();
        Consumer<TableLogic> each = table -> {
            tables.accept(table);
            table.rows().forEach(row -> rows.add(DecisionRow.of(table, row)));
            table.inputs().forEach(column -> column.allowedText()
                    .ifPresent(values -> allowed.merge(column.tree().getText(), values, Decisions::both)));
        };
        DMNModel model = compiled(definitions, configuration(structure, problems, each));
        if (model == null) {
            problems.add(DecisionProblem.error("engine", DecisionPlace.MODEL, "model"));
            return null;
        }
        for (DMNMessage message : model.getMessages(DMNMessage.Severity.ERROR)) {
            if (!problems.errors()) {
                problems.add(EngineMessages.problem(message));
            }
        }
        return problems.errors() ? null : new DecisionModel(model, rows, allowed);
    }

    /** Tables that ask about the same and allow different values say nothing about what it can be. */
    private static String both(String one, String other) {
        return one.equals(other) ? one : "";
    }

    /** Null for a model that the engine stumbles over. */
    private static @Nullable DMNModel compiled(Definitions definitions, DMNCompilerConfigurationImpl configuration) {
        try {
            return new DMNCompilerImpl(configuration).compile(definitions, List.of());
        } catch (NullPointerException | ClassCastException | IllegalArgumentException beyondEngine) {
            return null;
        }
    }

    private static DMNCompilerConfigurationImpl configuration(
            DecisionStructure structure, DecisionProblems problems, Consumer<TableLogic> tables) {
        var configuration = new DMNCompilerConfigurationImpl();
        configuration.setRootClassLoader(Decisions.class.getClassLoader());
        configuration.setProperty(RuntimeTypeCheckOption.PROPERTY_NAME, "true");
        configuration.setDecisionLogicCompilerFactory(
                (compiler, unused) -> new DecisionLogic(compiler, structure.functions(), problems, tables));
        return configuration;
    }

    private static Definitions read(String clean) {
        try {
            Definitions definitions =
                    DMNMarshallerFactory.newDefaultMarshaller().unmarshal(new StringReader(clean));
            if (definitions != null) {
                if (definitions.getNamespace() == null) {
                    definitions.setNamespace(NAMELESS); // tells models apart that use each other: none does here
                }
                return definitions;
            }
        } catch (RuntimeException unreadable) {
            // what the library says names its own classes
        }
        throw new InvalidDecision(DecisionProblem.error("not-dmn", DecisionPlace.MODEL));
    }
}
