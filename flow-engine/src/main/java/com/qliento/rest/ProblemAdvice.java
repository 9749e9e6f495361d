package com.qliento.rest;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.Redacted;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what goes wrong into RFC 9457 problems, once, for all interfaces. A failure of ours says nothing but a number to ask for. */
@RestControllerAdvice
@Order(ProblemAdvice.LAST_OF_OURS)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Whoever has words of its own for a failure speaks first; this has an answer to everything. */
    static final int LAST_OF_OURS = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final String SOON = "5";
    private static final String NOT_IN_REPERTOIRE = "22021";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        var told = StatusProblem.of(problem);
        var detail = told.asDetail();
        problem.more().forEach(detail::setProperty);
        var answer = ResponseEntity.status(told.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.is(ProblemKind.UNAVAILABLE) || problem.is(ProblemKind.TOO_OFTEN)) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(problem.more().getOrDefault("retryAfter", SOON)));
        }
        return answer.body(detail);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception away) {
        LOG.warn("The database is not at hand: {}", away.getClass().getSimpleName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(StatusProblem.of(HttpStatus.SERVICE_UNAVAILABLE.value())
                        .saying("The database is not at hand. Nothing was changed; try again in a few seconds.")
                        .asDetail());
    }

    /** PostgreSQL keeps every character but U+0000. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notKept(DataIntegrityViolationException refused, HttpServletRequest request) {
        if (!(refused.getMostSpecificCause() instanceof SQLException cause)
                || !NOT_IN_REPERTOIRE.equals(cause.getSQLState())) {
            return failed(refused, request);
        }
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new StatusProblem(
                                HttpStatus.UNPROCESSABLE_ENTITY.value(),
                                "character-not-allowed",
                                "A character can't be used",
                                "A text of the request has a character that can't be kept (U+0000). Leave it out.")
                        .asDetail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        var ticket = Integer.toHexString(System.identityHashCode(failure));
        LOG.error("{} {} failed, ticket {}", request.getMethod(), asked(request), ticket, Redacted.of(failure));
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(StatusProblem.of(HttpStatus.INTERNAL_SERVER_ERROR.value())
                        .saying("Something failed on our side. Try again; if it stays, ask with the ticket " + ticket
                                + ".")
                        .asDetail());
    }

    /** The pattern of the address where there is one: a part of it may be a secret. */
    private static Object asked(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? request.getRequestURI() : pattern;
    }

    /** A form that is none is told so, and is no failure of ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noForm(MultipartException broken) {
        var problem = StatusProblem.of(HttpStatus.BAD_REQUEST.value())
                .saying("The body is no multipart form, as the header Content-Type says.");
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.asDetail());
    }

    /** The framework's refusals in our words; its own name Java's types. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(FrameworkWords.of(refused, status.value()), all, status);
    }
}
