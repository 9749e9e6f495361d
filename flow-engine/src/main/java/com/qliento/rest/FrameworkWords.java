package com.qliento.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/** What the framework refuses, said so that whoever asked knows what to change, and nothing of the inside. */
final class FrameworkWords {

    private FrameworkWords() {}

    /** The problem for a refusal that is answered with this status. */
    static ProblemDetail of(Exception refused, int status) {
        if (refused instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.of(unreadable);
        }
        if (refused instanceof TypeMismatchException mismatch) {
            return ofOtherKind(mismatch, status);
        }
        if (refused instanceof MissingServletRequestParameterException missing) {
            return missing(status, "parameter", missing.getParameterName());
        }
        if (refused instanceof MissingRequestHeaderException missing) {
            return missing(status, "header", missing.getHeaderName());
        }
        if (refused instanceof MissingPathVariableException missing) {
            return missing(status, "part of the address", missing.getVariableName());
        }
        var problem = StatusProblem.of(status);
        var more = more(refused);
        return (more.isEmpty() ? problem : problem.saying(more)).asDetail();
    }

    private static String more(Exception refused) {
        if (refused instanceof HttpRequestMethodNotSupportedException method) {
            var methods = method.getSupportedMethods();
            return methods == null
                    ? ""
                    : "This address does not take the request's method. It takes: " + list(Arrays.asList(methods))
                            + ".";
        }
        if (refused instanceof HttpMediaTypeNotSupportedException type) {
            var types = type.getSupportedMediaTypes().stream()
                    .filter(MediaType::isConcrete)
                    .toList();
            return types.isEmpty()
                    ? ""
                    : "The body can't be of this type. Content-Type is one of: " + list(types) + ".";
        }
        if (refused instanceof HttpMediaTypeNotAcceptableException type) {
            var types = type.getSupportedMediaTypes();
            return types.isEmpty()
                    ? ""
                    : "The header Accept names no type that this address answers with: " + list(types) + ".";
        }
        return "";
    }

    private static String list(Collection<?> all) {
        return all.stream().map(Object::toString).distinct().collect(Collectors.joining(", "));
    }

    private static ProblemDetail missing(int status, String what, String name) {
        var problem = new StatusProblem(
                        status,
                        "parameter-missing",
                        "Something is missing",
                        "The " + what + " '" + name + "' is missing.")
                .asDetail();
        problem.setProperty("field", name);
        return problem;
    }

    private static ProblemDetail ofOtherKind(TypeMismatchException mismatch, int status) {
        var name = mismatch.getPropertyName();
        var problem = new StatusProblem(
                        status,
                        "parameter-of-other-kind",
                        "A parameter is of another kind",
                        "The parameter '" + (name == null ? "" : name) + "' is " + kind(mismatch.getRequiredType())
                                + ".")
                .asDetail();
        if (name != null) {
            problem.setProperty("field", name);
        }
        return problem;
    }

    /** What a value of this type is for people who write no Java. */
    static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type.isEnum()) {
            return "one of: " + list(Arrays.asList(type.getEnumConstants()));
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number" + (type == Integer.class || type == int.class ? " up to 2147483647" : "");
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == UUID.class) {
            return "an id, as the interface answered it";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}
