package com.qliento.bpmn;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a flow.
 *
 * @param code stable, in kebab case
 * @param elementId the BPMN element, null when it is the file as a whole
 * @param elementName the element's name as drawn, null when it has none
 * @param line the line of the file, from 1; 0 when there is none
 * @param message one or two sentences in the language that was asked for: what is wrong and what to do
 * @param repair a change that mends it and does no harm, null when only a person can know
 */
public record FlowProblem(
        Severity severity,
        String code,
        @Nullable String elementId,
        @Nullable String elementName,
        int line,
        String message,
        @Nullable Repair repair) {

    /** Whether a flow can be published with it. */
    public enum Severity {
        /** The flow can't be published. */
        ERROR,
        /** It can be published, but probably does not do what its author wants. */
        WARNING
    }

    public static FlowProblem ofFile(Said said, int line, Locale language) {
        return new FlowProblem(Severity.ERROR, said.code(), null, null, line, said.sentence(language), said.repair());
    }

    /** Whether the flow can't be published with it. */
    public boolean error() {
        return severity == Severity.ERROR;
    }
}
