package com.qliento.simulator.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An error answer in Meta's shape. */
record GraphErrorBody(Reason error) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(
            String message,
            String type,
            int code,
            @JsonProperty("error_data") @Nullable Data data,
            @JsonProperty("error_subcode") @Nullable Integer subcode,
            @JsonProperty("is_transient") @Nullable Boolean isTransient,
            @JsonProperty("fbtrace_id") String trace) {}

    record Data(@JsonProperty("messaging_product") String product, String details) {}

    static GraphErrorBody of(GraphRefusal error) {
        String details = error.details();
        return new GraphErrorBody(new Reason(
                String.valueOf(error.getMessage()),
                error.code().type(),
                error.code().code(),
                details == null ? null : new Data("whatsapp", details),
                error.subcode(),
                null,
                SimulatedIds.trace()));
    }

    /** What Meta answers when it fails itself. */
    static GraphErrorBody serverFailure() {
        var code = GraphErrorCode.of(2);
        return new GraphErrorBody(new Reason(
                "An unexpected error occurred. Please retry your request later.",
                code.type(),
                code.code(),
                null,
                null,
                true,
                SimulatedIds.trace()));
    }
}
