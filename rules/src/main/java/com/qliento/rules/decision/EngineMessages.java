package com.qliento.rules.decision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.NamedElement;

/** What the engine itself finds wrong, in our words: its own may quote values. */
final class EngineMessages {

    private EngineMessages() {}

    static DecisionProblem problem(DMNMessage message) {
        DecisionPlace place = DecisionPlace.of(name(message), message.getSourceId());
        return switch (message.getMessageType()) {
            case REQ_NOT_FOUND -> DecisionProblem.error("needs-missing", place);
            case TYPE_DEF_NOT_FOUND, TYPE_REF_NOT_FOUND, TYPEREF_MISMATCH, MISSING_TYPE_REF ->
                DecisionProblem.error("type-unknown", place);
            case ERROR_EVAL_NODE -> DecisionProblem.error("result-type", place);
            case INVALID_NAME -> DecisionProblem.error("invalid-name", place);
            case DUPLICATE_NAME, DUPLICATED_ITEM_DEF -> DecisionProblem.error("same-name", place);
            case PARAMETER_MISMATCH, INVOCATION_ERROR -> DecisionProblem.error("parameters", place);
            case ERR_COMPILING_FEEL, INVALID_SYNTAX -> DecisionProblem.error("feel.syntax", place, "");
            default ->
                DecisionProblem.error(
                        "engine", place, message.getMessageType().name().toLowerCase(Locale.ROOT));
        };
    }

    private static @Nullable String name(DMNMessage message) {
        Object source = message.getSourceReference();
        while (source instanceof DMNModelInstrumentedBase element) {
            if (element instanceof NamedElement named && named.getName() != null) {
                return named.getName();
            }
            source = element.getParent();
        }
        return null;
    }
}
