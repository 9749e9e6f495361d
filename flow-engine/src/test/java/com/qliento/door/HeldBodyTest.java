package com.qliento.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bodies in memory: all that came, counted, and out of the heap's way. */
class HeldBodyTest {

    private static final int MB = 1024 * 1024;

    private final BytesInFlight inFlight = new BytesInFlight(8L * MB);

    @Property(tries = 200)
    void what_is_kept_is_what_came_however_it_was_cut(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 9_000) Integer> cuts) {
        var random = new Random(cuts.size());
        var came = new ByteArrayOutputStream();
        var body = inFlight.hold(-1);

        for (int cut : cuts) {
            var chunk = new byte[cut];
            random.nextBytes(chunk);
            came.write(chunk, 0, cut);
            assertThat(body.add(chunk, cut)).isTrue();
        }

        assertThat(bytes(body.pieces())).isEqualTo(came.toByteArray());
        assertThat(body.size()).isEqualTo(came.size());
        assertThat(inFlight.held()).isBetween((long) came.size(), came.size() + 64L * 1024);
        body.letGo();
        body.letGo();
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void large_bodies_take_no_heap_and_use_again_what_others_left() {
        var chunk = new byte[8 * 1024];
        fill(chunk, 3 * MB).letGo();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long outside = outsideTheHeap();
        long before = threads.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < 20; i++) {
            fill(chunk, 3 * MB).letGo();
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * 512 * 1024);
        assertThat(outsideTheHeap()).isLessThanOrEqualTo(outside);
    }

    @Test
    void a_body_without_room_is_refused_and_keeps_nothing_once_it_is_let_go() {
        var chunk = new byte[8 * 1024];
        var first = fill(chunk, 5 * MB);
        var second = inFlight.hold(-1);
        boolean room = true;
        for (int i = 0; i < 2 * MB / chunk.length && room; i++) {
            room = second.add(chunk, chunk.length);
        }

        assertThat(room).isFalse();
        second.letGo();
        assertThat(second.add(chunk, 1)).isFalse();
        first.letGo();
        assertThat(inFlight.held()).isZero();
    }

    private HeldBody fill(byte[] chunk, int bytes) {
        var body = inFlight.hold(bytes);
        for (int i = 0; i < bytes / chunk.length; i++) {
            assertThat(body.add(chunk, chunk.length)).isTrue();
        }
        return body;
    }

    private static byte[] bytes(List<ByteBuffer> pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            var some = new byte[piece.remaining()];
            piece.get(some);
            all.write(some, 0, some.length);
        }
        return all.toByteArray();
    }

    private static long outsideTheHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
