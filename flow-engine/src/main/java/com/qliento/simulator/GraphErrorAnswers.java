package com.qliento.simulator;

import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Turns refusals of the simulated Graph API into Meta's error answers, and nobody else's. */
@OnlyInDemo
@RestControllerAdvice(assignableTypes = {GraphMessages.class, GraphMedia.class, GraphNodes.class, GraphTemplates.class})
final class GraphErrorAnswers {

    @ExceptionHandler
    ResponseEntity<GraphErrorBody> refused(GraphError error) {
        return ResponseEntity.status(error.code().status()).body(GraphErrorBody.of(error));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeNotSupportedException.class})
    ResponseEntity<GraphErrorBody> unreadable() {
        return refused(GraphError.invalid("Invalid JSON in request body"));
    }

    @ExceptionHandler
    ResponseEntity<GraphErrorBody> unreadableUpload(MultipartException broken) {
        return refused(GraphError.of(131053, "The upload is not multipart form data, or it is too large."));
    }
}
