package com.qliento.request;

import com.qliento.call.CallRequest;
import com.qliento.conversation.BlockParameters;
import com.qliento.request.WrittenRequest.Auth;
import com.qliento.request.WrittenRequest.Body;
import com.qliento.request.WrittenRequest.Header;
import com.qliento.request.WrittenRequest.Wanted;
import com.qliento.rules.feel.Expressions;
import com.qliento.secret.SecretText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as its author wrote it, compiled: what it asks of whom follows from a flow's values. */
final class RequestTemplate {

    private static final SecretText.Part AND = new SecretText.Part("&", null);
    private static final SecretText.Part IS = new SecretText.Part("=", null);

    /** A name and what stands for its value. */
    private record Pair(String name, FilledText value) {}

    private final BlockParameters settings;
    private final String target;
    private final FilledText address;
    private final boolean hasQuery;
    private final List<Pair> query;
    private final List<Pair> headers;
    private final List<Pair> form;
    private final @Nullable FilledText json;

    RequestTemplate(BlockParameters settings) {
        this.settings = settings;
        var expressions = settings.expressions();
        var written = settings.text(RequestSettings.ADDRESS.name()).strip();
        this.target = Whereto.of(written).map(Whereto::target).orElse("nowhere");
        this.hasQuery = written.contains("?");
        this.address = FilledText.compile(expressions, written, Place.ADDRESS);
        this.query = pairs(expressions, RequestSettings.QUERY.name(), '=', Place.ADDRESS);
        this.headers = pairs(expressions, RequestSettings.HEADERS.name(), ':', Place.HEADER);
        var kind = settings.text(RequestSettings.BODY_KIND.name());
        this.form =
                kind.equals("form") ? pairs(expressions, RequestSettings.BODY.name(), '=', Place.ADDRESS) : List.of();
        this.json = kind.equals("json")
                ? FilledText.compile(expressions, settings.text(RequestSettings.BODY.name()), Place.JSON)
                : null;
    }

    private List<Pair> pairs(Expressions expressions, String parameter, char sign, Place place) {
        return NamedLines.read(settings.text(parameter), sign).pairs().stream()
                .map(pair -> new Pair(
                        pair.name(),
                        place == Place.ADDRESS
                                ? FilledText.value(expressions, pair.value(), place)
                                : FilledText.compile(expressions, pair.value(), place)))
                .toList();
    }

    /** The call that asks it with these values. */
    CallRequest with(Map<String, Object> values) {
        var request = written((written, value, bare) -> value.evaluate(values));
        return new CallRequest(RequestCallee.KIND, target, request.json(), request.repeat(), patience());
    }

    /** The request with these values. */
    WrittenRequest written(FilledText.Values values) {
        var method = settings.text(RequestSettings.METHOD.name());
        var repeat = RequestSettings.repeat(settings.text(RequestSettings.REPEAT.name()), method);
        return new WrittenRequest(
                method,
                address(values),
                headers.stream()
                        .map(header -> new Header(header.name(), header.value().with(values)))
                        .toList(),
                body(values),
                new Auth(
                        AuthKind.of(settings.text(RequestSettings.AUTH.name())),
                        settings.text(RequestSettings.SECRET.name()).strip(),
                        settings.text(RequestSettings.AUTH_NAME.name()).strip()),
                Wanted.of(settings.text(RequestSettings.WANTED.name())),
                repeat,
                settings.text(RequestSettings.PICKS.name()));
    }

    /** How long its author waits for an answer. */
    Duration patience() {
        return Duration.ofSeconds(settings.number(RequestSettings.SECONDS.name()));
    }

    private SecretText address(FilledText.Values values) {
        var parts = new ArrayList<>(address.with(values).parts());
        if (!query.isEmpty()) {
            parts.add(hasQuery ? AND : new SecretText.Part("?", null));
            parts.addAll(joined(query, values).parts());
        }
        return new SecretText(parts);
    }

    private @Nullable Body body(FilledText.Values values) {
        if (json != null) {
            return new Body(Place.JSON, "application/json", json.with(values));
        }
        return form.isEmpty()
                ? null
                : new Body(Place.ADDRESS, "application/x-www-form-urlencoded", joined(form, values));
    }

    private static SecretText joined(List<Pair> pairs, FilledText.Values values) {
        var parts = new ArrayList<SecretText.Part>();
        for (var pair : pairs) {
            if (!parts.isEmpty()) {
                parts.add(AND);
            }
            parts.add(new SecretText.Part(Place.ADDRESS.written(pair.name()), null));
            parts.add(IS);
            parts.addAll(pair.value().with(values).parts());
        }
        return new SecretText(parts);
    }
}
