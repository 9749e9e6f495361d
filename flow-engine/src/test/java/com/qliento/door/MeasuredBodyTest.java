package com.qliento.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class MeasuredBodyTest {

    private static final int MB = 1024 * 1024;

    private final AtomicLong nanos = new AtomicLong();
    private final Patience patience = new Patience(nanos::get);
    private final BytesInFlight inFlight = new BytesInFlight(8 * MB);

    /** A connection that brings so many bytes with each read, without an end. */
    private record Endless(int atOnce, Runnable meanwhile) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            meanwhile.run();
            return atOnce;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    @Test
    void a_body_that_dribbles_is_given_up_though_it_never_stops() throws IOException {
        var body = body(1, -1, () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos()));

        assertThatThrownBy(() -> readAll(body))
                .isInstanceOfSatisfying(
                        BodyRefused.class, refused -> assertThat(refused.code()).isEqualTo("body-too-slow"));
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_body_over_a_slow_line_has_the_time_it_needs() throws IOException {
        var body = body(
                16 * 1024, 4 * MB, () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos()));

        for (int i = 0; i < 4 * MB / (16 * 1024); i++) {
            assertThat(body.doRead(new Nowhere())).isPositive();
        }

        assertThat(body.isOver()).isTrue();
    }

    @Test
    void all_bodies_together_have_a_bound_and_small_ones_have_room_that_large_ones_leave() throws IOException {
        var large = body(64 * 1024, -1, () -> {});

        assertThatThrownBy(() -> readAll(large))
                .isInstanceOfSatisfying(
                        BodyRefused.class, refused -> assertThat(refused.code()).isEqualTo("too-many-bodies"));
        assertThat(inFlight.held()).isEqualTo(6 * MB);
        assertThat(body(1_000, 1_000, () -> {}).doRead(new Nowhere())).isEqualTo(1_000);
        large.letGo();
        large.letGo();
        assertThat(inFlight.held()).isEqualTo(1_000);
    }

    @Test
    void a_body_that_was_refused_stays_refused() {
        var body = body(13 * MB, -1, () -> {});

        assertThatThrownBy(() -> body.doRead(new Nowhere())).hasMessageContaining("12 MB");
        assertThatThrownBy(() -> body.doRead(new Nowhere())).hasMessageContaining("12 MB");
    }

    @Test
    void a_screens_message_is_bounded_however_its_parameter_is_written() {
        for (var query : new String[] {"v-r=uidl", "v%2Dr=uidl", "%76-r=uidl&x", "x"}) {
            assertThat(BodyLimits.at("/", query)).isEqualTo(6 * MB);
            assertThat(BodyLimits.at("/VAADIN/dynamic/resource", query)).isEqualTo(6 * MB);
        }
        assertThat(BodyLimits.at("/VAADIN/dynamic/resource", null)).isGreaterThan(100 * MB);
        assertThat(BodyLimits.at("/simulator/graph/v23.0/1/messages", null)).isEqualTo(6 * MB);
    }

    private MeasuredBody body(int atOnce, long length, Runnable meanwhile) {
        return new MeasuredBody(
                new Endless(atOnce, meanwhile),
                patience,
                inFlight,
                "/api/v1/x",
                new MeasuredBody.Size(length, 12 * MB));
    }

    private static void readAll(MeasuredBody body) throws IOException {
        while (body.doRead(new Nowhere()) >= 0) {
            assertThat(body.refused()).isNull();
        }
    }
}
