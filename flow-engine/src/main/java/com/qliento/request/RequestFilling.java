package com.qliento.request;

import com.qliento.guard.Field;
import com.qliento.organisation.OrganisationId;
import com.qliento.secret.SecretText;
import com.qliento.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an organisation's secrets into a request. May ask the database. */
final class RequestFilling {

    /** A secret that is named is not there. */
    static final class NoSecret extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final String ACCEPT = "application/json, text/*;q=0.9, */*;q=0.5";

    private final Secrets secrets;

    RequestFilling(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A text with the secrets in it, each as its place takes it. */
    String text(OrganisationId organisation, SecretText text, Place place) throws NoSecret {
        return secrets.fill(organisation, text, place::written)
                .orElseThrow(NoSecret::new)
                .reveal();
    }

    byte @Nullable [] body(OrganisationId organisation, WrittenRequest request) throws NoSecret {
        var body = request.body();
        return body == null
                ? null
                : text(organisation, body.text(), body.place()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * All header fields that the request itself needs; what its author wrote stands in place of what is usual.
     *
     * @param key by which a server knows a request that comes twice
     */
    List<Field> fields(OrganisationId organisation, WrittenRequest request, byte @Nullable [] body, String key)
            throws NoSecret {
        var fields = new ArrayList<Field>();
        for (var header : request.headers()) {
            var value = Place.HEADER.written(text(organisation, header.value(), Place.HEADER));
            fields.add(new Field(header.name(), value, !header.value().names().isEmpty()));
        }
        usual(fields, "Accept", ACCEPT);
        usual(fields, "Accept-Encoding", "gzip");
        if (request.body() != null) {
            usual(fields, "Content-Type", request.body().contentType());
        }
        if (!SAFE.contains(request.method())) {
            usual(fields, "Idempotency-Key", key);
        }
        if (request.auth().kind() != AuthKind.NONE) {
            var secret = secrets.find(organisation, request.auth().secret()).orElseThrow(NoSecret::new);
            request.auth()
                    .kind()
                    .field(request.auth(), secret.reveal(), body == null ? new byte[0] : body)
                    .ifPresent(fields::add);
        }
        return List.copyOf(fields);
    }

    private static void usual(List<Field> fields, String name, String value) {
        if (fields.stream().noneMatch(field -> field.name().equalsIgnoreCase(name))) {
            fields.add(new Field(name, value, false));
        }
    }
}
