package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;

class DataDiskTest {

    @TempDir
    private static Path directory;

    @Test
    void a_disk_with_room_is_fine() {
        assertThat(new DataDisk(directory, 0).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_disk_with_less_room_than_is_needed_is_down_and_says_what_to_do() {
        var health = new DataDisk(directory, Long.MAX_VALUE).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("reason")).asString().contains("qliento.data-dir", "Make room");
    }

    @Test
    void a_disk_that_cannot_be_asked_is_down() {
        assertThat(new DataDisk(directory.resolve("not-there"), 0).health().getStatus())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void where_nothing_grows_nothing_is_asked() {
        assertThat(new DataDisk(null, Long.MAX_VALUE).health().getStatus()).isEqualTo(Status.UP);
    }
}
