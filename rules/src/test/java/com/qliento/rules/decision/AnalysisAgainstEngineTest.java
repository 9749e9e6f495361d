package com.qliento.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalyser;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.internal.io.ResourceFactory;

/** What the analysis tells and what Drools' own tells of the same tables: theirs is right, ours ends. */
class AnalysisAgainstEngineTest {

    private final Decisions decisions = new Decisions();

    @Property(tries = 150)
    void a_table_of_numbers_has_gaps_and_overlaps_for_both_or_for_none(@ForAll("tables") List<String> rows) {
        String model = Dmn.model(
                Dmn.input("a", "number"),
                Dmn.input("b", "number"),
                Dmn.decision(
                        "Answer",
                        Dmn.table(
                                "UNIQUE",
                                List.of("a: number", "b: number"),
                                List.of("price: number"),
                                rows.toArray(String[]::new)),
                        "in-a",
                        "in-b"));
        List<DecisionProblem> ours = decisions.check(model);
        DTAnalysis theirs = theirs(model);

        assertThat(ours.stream().anyMatch(problem -> problem.code().startsWith("gap")))
                .as("a gap")
                .isEqualTo(!theirs.getGaps().isEmpty());
        assertThat(pairs(ours)).as("overlaps").isEqualTo(pairs(theirs));
    }

    private static Set<String> pairs(List<DecisionProblem> ours) {
        return ours.stream()
                .filter(problem -> problem.code().equals("overlap"))
                .map(problem ->
                        problem.arguments().get(0) + "-" + problem.place().row())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Theirs may name three rows at once: each two of them are a pair. */
    private static Set<String> pairs(DTAnalysis theirs) {
        var pairs = new TreeSet<String>();
        theirs.getOverlaps().forEach(overlap -> {
            List<Integer> rows =
                    overlap.getRules().stream().map(Number::intValue).sorted().toList();
            for (int i = 0; i < rows.size(); i++) {
                for (int j = i + 1; j < rows.size(); j++) {
                    pairs.add(rows.get(i) + "-" + rows.get(j));
                }
            }
        });
        return pairs;
    }

    private static DTAnalysis theirs(String model) {
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(model))))
                .getOrElseThrow(IllegalStateException::new);
        return new DMNDTAnalyser(List.of())
                .analyse(runtime.getModels().get(0), Set.of(Validation.ANALYZE_DECISION_TABLE))
                .get(0);
    }

    @Provide
    Arbitrary<List<String>> tables() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 4);
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.just("-"),
                number.map(one -> "< " + one),
                number.map(one -> ">= " + one),
                number.map(String::valueOf),
                Combinators.combine(
                                number,
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of("[", "("),
                                Arbitraries.of("]", ")"))
                        .as((from, length, open, close) -> open + from + ".." + (from + length) + close));
        return Combinators.combine(cell, cell)
                .as((one, other) -> one + " | " + other + " | 1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
