package com.qliento.guard;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The client as it may be used here: it goes where {@link DnsResolver} says and nowhere else, by no proxy, follows no
 * redirect, tries nothing twice, keeps no cookie, and opens a connection for each request, so that each is looked at anew.
 */
final class Transport implements Closeable {

    private static final int MOST = 10_000;
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_FIELDS = 200;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String SENT = "qliento.sent";

    private final CloseableHttpAsyncClient client;
    private final Executor lookingUp;

    /** A request on its way. */
    record Underway(CompletableFuture<BoundedAnswer.Raw> answer, HttpClientContext context) {

        /** Whether the server may have got it. */
        boolean sent() {
            return context.getAttribute(SENT) != null;
        }
    }

    /** @param lookingUp where requests begin, and stay until the name of the host is looked up */
    Transport(DnsResolver addresses, TlsStrategy tls, Executor lookingUp) {
        this.lookingUp = lookingUp;
        this.client = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsStrategy(tls)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .build())
                        .setMaxConnTotal(MOST)
                        .setMaxConnPerRoute(MOST)
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(2).build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(LONGEST_LINE)
                        .setMaxHeaderCount(MOST_FIELDS)
                        .build())
                .setCharCodingConfig(CharCodingConfig.custom()
                        .setCharset(StandardCharsets.UTF_8)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .addExecInterceptorLast("sent", noteSent())
                .setUserAgent("Qliento")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
        client.start();
    }

    static TlsStrategy usualTls() {
        return ClientTlsStrategyBuilder.create().buildAsync();
    }

    /** The last before the request is written: there is a connection. */
    private static AsyncExecChainHandler noteSent() {
        return (request, entity, scope, chain, callback) -> {
            scope.clientContext.setAttribute(SENT, true);
            chain.proceed(request, entity, scope, callback);
        };
    }

    /** Sends one request, to this server alone. It ends at once when the future is cancelled. */
    Underway send(Exchange exchange, int limit) {
        var context = HttpClientContext.create();
        context.setRequestConfig(config(exchange.limit()));
        var answer = new CompletableFuture<BoundedAnswer.Raw>();
        lookingUp.execute(() -> {
            if (!answer.isDone()) {
                Future<BoundedAnswer.Raw> call = client.execute(
                        host(exchange.address()),
                        producer(exchange),
                        new BoundedAnswer(limit, () -> !answer.isDone()),
                        null,
                        context,
                        telling(answer));
                var unused = answer.whenComplete((done, failed) -> call.cancel(true));
            }
        });
        return new Underway(answer, context);
    }

    private static RequestConfig config(Duration limit) {
        return RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .setConnectionRequestTimeout(Timeout.of(limit))
                .setResponseTimeout(Timeout.of(limit))
                .build();
    }

    private static HttpHost host(WebAddress address) {
        return new HttpHost(address.secure() ? "https" : "http", address.host(), address.port());
    }

    private static BasicRequestProducer producer(Exchange exchange) {
        var address = exchange.address();
        boolean usual = address.port() == (address.secure() ? 443 : 80);
        var named = new HttpHost(address.secure() ? "https" : "http", address.host(), usual ? -1 : address.port());
        var request = new BasicHttpRequest(exchange.method(), named, address.target());
        exchange.fields().forEach(field -> request.addHeader(field.name(), field.value()));
        var body = exchange.body();
        return new BasicRequestProducer(request, body == null ? null : new BasicAsyncEntityProducer(body, null));
    }

    private static FutureCallback<BoundedAnswer.Raw> telling(CompletableFuture<BoundedAnswer.Raw> answer) {
        return new FutureCallback<>() {
            @Override
            public void completed(BoundedAnswer.@Nullable Raw raw) {
                answer.complete(raw);
            }

            @Override
            public void failed(Exception failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                answer.cancel(false);
            }
        };
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
