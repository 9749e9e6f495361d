package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Turns what the simulated Graph API can't read into Meta's error answers, before the application's own answers to failures. */
@OnlyInDemo
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {GraphMessages.class, GraphMedia.class, GraphNodes.class, GraphTemplates.class})
final class GraphErrorAnswers {

    private static ResponseEntity<GraphErrorBody> refused(GraphRefusal error) {
        return ResponseEntity.status(error.code().status()).body(GraphErrorBody.of(error));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeNotSupportedException.class})
    ResponseEntity<GraphErrorBody> unreadable() {
        return refused(GraphRefusal.invalid("Invalid JSON in request body"));
    }

    @ExceptionHandler
    ResponseEntity<GraphErrorBody> unreadableUpload(MultipartException broken) {
        return refused(GraphRefusal.of(131053, "The upload is not multipart form data, or it is too large."));
    }

    /** A refusal is Meta's wherever it comes from, also at addresses that nothing answers. */
    @OnlyInDemo
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @RestControllerAdvice
    static final class Refusals {

        @ExceptionHandler
        ResponseEntity<GraphErrorBody> answer(GraphRefusal error) {
            return refused(error);
        }
    }
}
