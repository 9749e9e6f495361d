package com.qliento.rest;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Names of schemas in the description: each type has one of its own, for a client is generated from them. */
final class SchemaNames extends TypeNameResolver {

    private final JsonNode told;
    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    /** @param told names by class where those in the code say too little */
    SchemaNames(JsonNode told) {
        this.told = told;
    }

    /** Throws {@link IllegalStateException} when another class has this name already: one of them would be lost. */
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var name = told.path(written(type)).asText(usual(type));
        var other = given.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException("two schemas are called " + name + ": " + type + " and " + other);
        }
        return name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        var parts = type.getBindings().getTypeParameters().stream()
                .map(part -> nameForType(part, options))
                .collect(Collectors.joining());
        return parts + type.getRawClass().getSimpleName();
    }

    private static String written(Class<?> type) {
        return type.isMemberClass()
                ? type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName()
                : type.getSimpleName();
    }

    private static String usual(Class<?> type) {
        if (!type.isMemberClass()) {
            return type.getSimpleName();
        }
        var outer = type.getEnclosingClass().getSimpleName().replaceFirst("Api$", "");
        return outer + type.getSimpleName().replaceFirst("View$", "");
    }
}
