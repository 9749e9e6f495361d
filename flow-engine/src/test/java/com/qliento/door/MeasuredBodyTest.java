package com.qliento.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.door.Door.Bounds;
import com.qliento.door.Door.Passage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class MeasuredBodyTest {

    private static final int MB = 1024 * 1024;

    private final AtomicLong nanos = new AtomicLong();
    private static final Doors DOORS = new Doors(List.of(
            new Door("/api/**", Passage.PROGRAMS, Bounds.PROGRAMS),
            new Door("/api/v1/media/**", Passage.PROGRAMS, Bounds.FILES),
            new Door("/simulator/**", Passage.ASKED_THERE, Bounds.SCREENS),
            new Door("/simulator/graph/**/media", Passage.ASKED_THERE, Bounds.FILES),
            new Door("/VAADIN/dynamic/**", Passage.SIGNED_IN, new Bounds(Bounds.FILES.most(), true)),
            new Door("/webhooks/**", Passage.PROOF_FIRST, Bounds.SCREENS)));

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
            assertThat(DOORS.most("/", query)).isEqualTo(6 * MB);
            assertThat(DOORS.most("/VAADIN/dynamic/resource", query)).isEqualTo(6 * MB);
        }
        assertThat(DOORS.most("/VAADIN/dynamic/resource", null)).isGreaterThan(100 * MB);
        assertThat(DOORS.most("/simulator/graph/v23.0/1/messages", null)).isEqualTo(6 * MB);
    }

    @Test
    void the_more_exact_door_decides_and_what_nobody_declared_is_bounded_as_a_screen() {
        assertThat(DOORS.most("/api/v1/media", "name=x")).isEqualTo(110 * MB);
        assertThat(DOORS.most("/api/v1/media/1", null)).isEqualTo(110 * MB);
        assertThat(DOORS.most("/api/v1/mediation", null)).isEqualTo(12 * MB);
        assertThat(DOORS.most("/simulator/graph/v23.0/1/media", null)).isEqualTo(110 * MB);
        assertThat(DOORS.most("/nobody/declared/this", null)).isEqualTo(6 * MB);
        assertThat(DOORS.at("/webhooks/whatsapp")).map(Door::anyHost).hasValue(true);
        assertThat(DOORS.grounds(Passage.PROGRAMS)).containsExactly("/api/**");
    }

    private MeasuredBody body(int atOnce, long length, Runnable meanwhile) {
        return new MeasuredBody(
                new Endless(atOnce, meanwhile),
                patience,
                patience.waiting(true),
                inFlight,
                new MeasuredBody.Size(length, 12 * MB));
    }

    private static void readAll(MeasuredBody body) throws IOException {
        while (body.doRead(new Nowhere()) >= 0) {
            assertThat(body.refused()).isNull();
        }
    }
}
