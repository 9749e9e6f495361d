package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.qliento.connector.http.BoundedBody;
import com.qliento.connector.http.OneShotBody;
import com.qliento.connector.whatsapp.GraphAnswer.Answered;
import com.qliento.connector.whatsapp.GraphAnswer.Missing;
import com.qliento.connector.whatsapp.SendOutcome.Accepted;
import com.qliento.connector.whatsapp.SendOutcome.Refused;
import com.qliento.connector.whatsapp.SendOutcome.Unknown;
import com.qliento.connector.whatsapp.SendOutcome.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Decides what an answer or its absence means. Never throws, never keeps a text of a remote exception. */
final class GraphReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphErrorReader errors;

    GraphReader(Clock clock) {
        this.errors = new GraphErrorReader(clock);
    }

    SendOutcome sent(HttpResponse<byte[]> answer) {
        JsonNode json = json(answer.body());
        if (!succeeded(answer, json)) {
            GraphError error = error(answer, json);
            return isServerFault(error)
                    ? new Unknown(CallTrouble.SERVER_FAULT, answer.statusCode(), "no error object")
                    : new Refused(error);
        }
        JsonNode message = json.path("messages").path(0);
        String id = message.path("id").asText();
        if (id.isEmpty()) {
            return new Unknown(CallTrouble.UNREADABLE_ANSWER, answer.statusCode(), "no message id");
        }
        String waId = json.path("contacts").path(0).path("wa_id").textValue();
        return new Accepted(id, waId, message.path("message_status").textValue());
    }

    /** A failure before a connection took the body over means the message was not sent. Later ones leave it open. */
    SendOutcome notSent(Throwable failure, OneShotBody body) {
        return body.withdraw()
                ? new Unreachable(name(failure))
                : new Unknown(trouble(failure, CallTrouble.CONNECTION_LOST), 0, name(failure));
    }

    SendOutcome sendTimedOut(OneShotBody body) {
        return body.withdraw()
                ? new Unreachable("no connection in time")
                : new Unknown(CallTrouble.ANSWER_TIMEOUT, 0, "no answer in time");
    }

    /** @param value null if the answer lacks what was asked for */
    <T> GraphAnswer<T> answered(HttpResponse<byte[]> answer, Function<JsonNode, @Nullable T> value) {
        JsonNode json = json(answer.body());
        if (!succeeded(answer, json)) {
            return failed(answer, json);
        }
        T found = value.apply(json);
        return found == null
                ? new Missing<>(CallTrouble.UNREADABLE_ANSWER, answer.statusCode(), "not the expected fields")
                : new Answered<>(found);
    }

    GraphAnswer<byte[]> downloaded(HttpResponse<byte[]> answer) {
        return isSuccess(answer.statusCode()) ? new Answered<>(answer.body()) : failed(answer, json(answer.body()));
    }

    <T> GraphAnswer<T> missing(Throwable failure) {
        return new Missing<>(trouble(failure, CallTrouble.CONNECTION_LOST), 0, name(failure));
    }

    private <T> GraphAnswer<T> failed(HttpResponse<byte[]> answer, JsonNode json) {
        GraphError error = error(answer, json);
        return isServerFault(error)
                ? new Missing<>(CallTrouble.SERVER_FAULT, answer.statusCode(), "no error object")
                : new GraphAnswer.Refused<>(error);
    }

    private GraphError error(HttpResponse<byte[]> answer, JsonNode json) {
        return errors.read(answer.statusCode(), json, answer.headers().firstValue("Retry-After"));
    }

    private static boolean isServerFault(GraphError error) {
        return error.httpStatus() >= 500 && error.code() == GraphError.NO_CODE;
    }

    private static boolean succeeded(HttpResponse<byte[]> answer, JsonNode json) {
        return isSuccess(answer.statusCode()) && !json.has("error");
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status <= 299;
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static CallTrouble trouble(Throwable failure, CallTrouble otherwise) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BoundedBody.TooLong) {
                return CallTrouble.ANSWER_TOO_LONG;
            }
            if (t instanceof ConnectException
                    || t instanceof HttpConnectTimeoutException
                    || t instanceof SSLHandshakeException
                    || t instanceof UnresolvedAddressException) {
                return CallTrouble.NOT_CONNECTED;
            }
            if (t instanceof HttpTimeoutException) {
                return CallTrouble.ANSWER_TIMEOUT;
            }
        }
        return otherwise;
    }

    /** The kind of exception only: its text may hold an address or a part of the request. */
    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
