package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.connector.http.BoundedBody;
import com.qliento.connector.http.IdleConnections;
import com.qliento.connector.http.OneShotBody;
import com.qliento.connector.http.TimedCall;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Meta's Cloud API over HTTP/1.1, asynchronous. Thread-safe; one instance serves all numbers and keeps their
 * connections. It opens as many connections as there are calls at the same time: the caller bounds them.
 *
 * <p>The futures never complete exceptionally because of the network or the server. They complete on the executor
 * given, so what is chained to them must not block; use the {@code Async} methods for that. Cancelling a future does
 * not stop the call. An id that cannot be part of an address throws {@link IllegalArgumentException} at once.
 *
 * <p>Nothing is tried twice here. A message in particular leaves at most once per call: the POST is not repeated on a
 * pooled connection that turned out stale, even if the JVM is set to.
 */
public final class CloudApi {
    private static final BoundedBody JSON_ANSWER = new BoundedBody(4 * 1024 * 1024);
    private static final int TEMPLATES_PER_PAGE = 100;

    private final Supplier<CloudApiSettings> settings;
    private final TimedCall calls;
    private final GraphReader reader;

    /**
     * @param executor does the client's work off its selector thread: parsing answers and completing futures. A fixed
     *     pool of two ({@link com.qliento.connector.http.HttpThreads}) is meant; a pool that is shut down makes calls
     *     unreachable
     * @param clock for {@code Retry-After} dates
     */
    public CloudApi(CloudApiSettings settings, Executor executor, Clock clock) {
        this(() -> settings, null, executor, clock);
    }

    /**
     * As the other, for an address that is known only later.
     *
     * @param settings asked at each call; its time limits only now
     * @param trust whose certificates are taken over TLS; null for those the machine trusts
     */
    public CloudApi(Supplier<CloudApiSettings> settings, @Nullable SSLContext trust, Executor executor, Clock clock) {
        IdleConnections.closeSoon();
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.get().connectTimeout())
                .executor(executor);
        if (trust != null) {
            http.sslContext(trust);
        }
        this.settings = settings;
        this.calls = new TimedCall(http.build(), executor, settings.get().answerTimeout());
        this.reader = new GraphReader(clock);
    }

    /**
     * Sends one message.
     *
     * @param messageJson see {@link OutboundMessage#toJson()}; not copied
     */
    public CompletableFuture<SendOutcome> send(String phoneNumberId, AccessToken token, byte[] messageJson) {
        var body = new OneShotBody(messageJson);
        HttpRequest request = post(phoneNumberId, "/messages", token, "application/json", body);
        return calls.send(
                request,
                JSON_ANSWER,
                (answer, failure) -> answer != null ? reader.sent(answer) : reader.notSent(cause(failure), body),
                () -> reader.sendTimedOut(body));
    }

    /**
     * Marks a message and all before it as read.
     *
     * @param typing also shows "typing" until a message is sent, 25 seconds at most
     */
    public CompletableFuture<GraphAnswer<Boolean>> markRead(
            String phoneNumberId, AccessToken token, String messageId, boolean typing) {
        BodyPublisher body = BodyPublishers.ofByteArray(ReadReceipt.toJson(messageId, typing));
        HttpRequest request = post(phoneNumberId, "/messages", token, "application/json", body);
        return ask(
                request,
                json -> json.path("success").isBoolean() ? json.path("success").booleanValue() : null);
    }

    /** Uploads a file; the answer is its media id, valid for 30 days. */
    public CompletableFuture<GraphAnswer<String>> uploadMedia(String phoneNumberId, AccessToken token, MediaFile file) {
        String boundary = "qliento-" + UUID.randomUUID();
        String type = "multipart/form-data; boundary=" + boundary;
        return ask(post(phoneNumberId, "/media", token, type, file.form(boundary)), json -> {
            String id = json.path("id").asText();
            return id.isEmpty() ? null : id;
        });
    }

    /** Asks where a media file can be fetched in the next 5 minutes. */
    public CompletableFuture<GraphAnswer<MediaInfo>> mediaUrl(String mediaId, AccessToken token) {
        return ask(get(settings.get().node(mediaId, ""), token), MediaInfo::read);
    }

    /**
     * Fetches a file into memory. The token goes along, so only to the host of the Graph API itself or over TLS.
     *
     * @param url from {@link #mediaUrl}, never from a message
     * @param maxBytes a longer file is {@link CallTrouble#ANSWER_TOO_LONG}
     */
    public CompletableFuture<GraphAnswer<byte[]>> download(URI url, AccessToken token, int maxBytes) {
        boolean sameHost = settings.get().baseUrl().getAuthority().equals(url.getAuthority());
        if (!sameHost && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("the access token leaves this machine over TLS only");
        }
        return calls.send(
                get(url, token),
                new BoundedBody(maxBytes),
                (answer, failure) -> answer != null ? reader.downloaded(answer) : reader.missing(cause(failure)),
                CloudApi::late);
    }

    /**
     * Lists an account's templates, a hundred at a time.
     *
     * @param after from the page before, null for the first
     */
    public CompletableFuture<GraphAnswer<TemplatePage>> templates(
            String accountId, AccessToken token, @Nullable String after) {
        String page = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        URI uri = settings.get().node(accountId, "/message_templates?limit=" + TEMPLATES_PER_PAGE + page);
        return ask(get(uri, token), TemplatePage::read);
    }

    /** Asks how a business number is. */
    public CompletableFuture<GraphAnswer<NumberInfo>> number(String phoneNumberId, AccessToken token) {
        return ask(get(settings.get().node(phoneNumberId, "?fields=" + NumberInfo.FIELDS), token), NumberInfo::read);
    }

    private <T> CompletableFuture<GraphAnswer<T>> ask(HttpRequest request, Function<JsonNode, @Nullable T> value) {
        return calls.send(
                request,
                JSON_ANSWER,
                (answer, failure) -> answer != null ? reader.answered(answer, value) : reader.missing(cause(failure)),
                CloudApi::late);
    }

    private static <T> GraphAnswer<T> late() {
        return new GraphAnswer.Missing<>(CallTrouble.ANSWER_TIMEOUT, 0, "no answer in time");
    }

    private static Throwable cause(@Nullable Throwable failure) {
        return failure == null ? new IllegalStateException("neither an answer nor a failure") : failure;
    }

    private HttpRequest post(String id, String edge, AccessToken token, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(settings.get().node(id, edge))
                .header("Authorization", token.authorization())
                .header("Content-Type", type)
                .POST(body)
                .build();
    }

    private static HttpRequest get(URI uri, AccessToken token) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", token.authorization())
                .build();
    }
}
