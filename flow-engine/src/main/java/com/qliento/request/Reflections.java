package com.qliento.request;

import com.qliento.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The secrets of a request where a server sends them back: dots take their place, as they are or as a request writes them.
 * A server that makes something else of them is not found out; which servers get any, an owner says.
 */
final class Reflections implements UnaryOperator<String> {

    private static final String MASK = "••••";

    private final List<String> forms;

    private Reflections(List<String> forms) {
        this.forms = forms;
    }

    static Reflections of(WrittenRequest request, Function<String, Optional<SecretValue>> secrets) {
        var names = new LinkedHashSet<>(request.address().names());
        request.headers().forEach(header -> names.addAll(header.value().names()));
        if (request.body() != null) {
            names.addAll(request.body().text().names());
        }
        if (request.auth().kind() != AuthKind.NONE) {
            names.add(request.auth().secret());
        }
        var forms = new ArrayList<String>();
        for (var name : names) {
            secrets.apply(name)
                    .map(SecretValue::reveal)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> add(forms, value, request.auth().name()));
        }
        forms.sort(Comparator.comparingInt(String::length).reversed());
        return new Reflections(List.copyOf(forms));
    }

    private static void add(List<String> forms, String value, String user) {
        forms.add(value);
        for (var place : Place.values()) {
            forms.add(place.written(value));
        }
        forms.add(base64(value));
        forms.add(base64(user + ":" + value));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text without them. */
    @Override
    public String apply(String text) {
        var without = text;
        for (var form : forms) {
            without = without.replace(form, MASK);
        }
        return without;
    }

    /** Not the secrets. */
    @Override
    public String toString() {
        return "Reflections";
    }
}
