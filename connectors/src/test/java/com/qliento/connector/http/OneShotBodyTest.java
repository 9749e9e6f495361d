package com.qliento.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class OneShotBodyTest {
    private final OneShotBody body = new OneShotBody("hello".getBytes(StandardCharsets.UTF_8));

    @Test
    void it_is_handed_over_when_a_connection_asks_for_it() {
        var connection = new Connection();

        body.subscribe(connection);
        boolean withdrawnBefore = connection.seen.isEmpty();
        connection.ask();
        connection.ask();

        assertThat(withdrawnBefore).isTrue();
        assertThat(connection.seen).containsExactly("hello", "complete");
        assertThat(body.withdraw()).isFalse();
    }

    @Test
    void a_second_connection_gets_an_error_instead_of_the_body() {
        var first = new Connection();
        var second = new Connection();

        body.subscribe(first);
        first.ask();
        body.subscribe(second);
        second.ask();

        assertThat(second.seen).containsExactly("error");
    }

    @Test
    void a_withdrawn_body_is_not_handed_over_any_more() {
        var connection = new Connection();

        body.subscribe(connection);
        boolean withdrawn = body.withdraw();
        connection.ask();

        assertThat(withdrawn).isTrue();
        assertThat(connection.seen).containsExactly("error");
        assertThat(body.withdraw()).isTrue();
    }

    private static final class Connection implements Flow.Subscriber<ByteBuffer> {
        private final List<String> seen = new ArrayList<>();
        private final List<Flow.Subscription> subscriptions = new ArrayList<>();

        void ask() {
            subscriptions.get(0).request(1);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriptions.add(subscription);
        }

        @Override
        public void onNext(ByteBuffer item) {
            seen.add(StandardCharsets.UTF_8.decode(item).toString());
        }

        @Override
        public void onError(Throwable failure) {
            seen.add("error");
        }

        @Override
        public void onComplete() {
            seen.add("complete");
        }
    }
}
