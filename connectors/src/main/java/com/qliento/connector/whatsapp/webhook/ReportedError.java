package com.qliento.connector.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error inside a webhook. Decide on {@code code} and {@code details}: Meta says that titles go away.
 *
 * @param code Meta's number, null if it was unreadable
 * @param title short name, being retired
 * @param message often the same as the title
 * @param details the sentence that explains it ({@code error_data.details}); may quote what was sent, so treat it as content
 */
public record ReportedError(
        @Nullable Integer code,
        @Nullable String title,
        @Nullable String message,
        @Nullable String details) {

    static List<ReportedError> allOf(JsonNode owner) {
        return Lenient.objects(owner.path("errors")).stream()
                .map(ReportedError::of)
                .toList();
    }

    private static ReportedError of(JsonNode error) {
        String details = Lenient.words(error.path("error_data"), "details");
        // Older webhooks had the sentence directly in the error.
        return new ReportedError(
                Lenient.integer(error, "code"),
                Lenient.words(error, "title"),
                Lenient.words(error, "message"),
                details == null ? Lenient.words(error, "details") : details);
    }

    @Override
    public String toString() {
        return "ReportedError[code=" + code + "]";
    }
}
