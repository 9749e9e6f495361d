package com.qliento.check;

import com.qliento.bpmn.FindingTexts;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.rules.feel.ExpressionProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with an expression, in the words of the findings instead of those of the compiler. */
final class FeelWords {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private FeelWords() {}

    static FlowLanguage.Finding of(ExpressionProblem problem) {
        if (!problem.error()) {
            return unknown(subject(problem));
        }
        boolean placed = problem.code().equals("syntax") && problem.message().contains("column");
        return new FlowLanguage.Finding(
                "",
                placed
                        ? Said.of("feel.syntax.at", problem.line(), problem.column())
                        : Said.of("feel.at", problem.line(), problem.column(), words(problem)));
    }

    static FlowLanguage.Finding inBraces(ExpressionProblem problem) {
        return new FlowLanguage.Finding("", Said.of("feel.braces", problem.line(), problem.column(), words(problem)));
    }

    static FlowLanguage.Finding unknown(String name) {
        return new FlowLanguage.Finding(name, Said.of("feel.unknown-name", Sentences.quote(name)));
    }

    private static Phrase words(ExpressionProblem problem) {
        String key = "feel." + problem.code();
        return FindingTexts.known(key) ? Said.of(key, subject(problem)) : language -> problem.message();
    }

    /** The name it is about, else what the compiler says after a colon. */
    private static String subject(ExpressionProblem problem) {
        Matcher quoted = QUOTED.matcher(problem.message());
        if (quoted.find()) {
            return Sentences.quote(quoted.group(1));
        }
        return Sentences.quote(problem.message().substring(problem.message().indexOf(": ") + 1));
    }
}
