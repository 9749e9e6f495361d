package com.qliento.flow;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a flow.
 *
 * @param code stable, in kebab case
 * @param elementId the BPMN element, null when it is the file as a whole
 * @param elementName the element's name as drawn, null when it has none
 * @param line the line of the file, from 1; 0 when there is none
 * @param message one or two sentences: what is wrong and what to do
 */
public record FlowProblem(
        Severity severity,
        String code,
        @Nullable String elementId,
        @Nullable String elementName,
        int line,
        String message) {

    /** Whether a flow can be published with it. */
    public enum Severity {
        /** The flow can't be published. */
        ERROR,
        /** It can be published, but probably does not do what its author wants. */
        WARNING
    }

    static FlowProblem ofFile(String code, int line, String message) {
        return new FlowProblem(Severity.ERROR, code, null, null, line, message);
    }

    /** Whether the flow can't be published with it. */
    public boolean error() {
        return severity == Severity.ERROR;
    }
}
