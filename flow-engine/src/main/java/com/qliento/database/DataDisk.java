package com.qliento.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether there is room for the embedded PostgreSQL: the health component {@code dataDisk}, down when the disk of the
 * data directory is full. With a database of one's own the directory does not grow, and it is always up.
 */
final class DataDisk implements HealthIndicator {

    private static final long MEGABYTE = 1024 * 1024;

    private final @Nullable Path directory;
    private final long leastMegabytes;

    /**
     * The disk of this directory.
     *
     * @param directory null when nothing grows there
     * @param leastMegabytes with less than this it counts as full
     */
    DataDisk(@Nullable Path directory, long leastMegabytes) {
        this.directory = directory;
        this.leastMegabytes = leastMegabytes;
    }

    @Override
    public Health health() {
        if (directory == null) {
            return Health.up().build();
        }
        try {
            long free = Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
            var health = free < leastMegabytes
                    ? Health.down()
                            .withDetail(
                                    "reason",
                                    "The disk of qliento.data-dir is full: PostgreSQL can keep nothing new. Make room"
                                            + " on it; nothing has to be started again.")
                    : Health.up();
            return health.withDetail("freeMegabytes", free)
                    .withDetail("leastMegabytes", leastMegabytes)
                    .build();
        } catch (IOException unknown) {
            return Health.down()
                    .withDetail("reason", "The disk of qliento.data-dir can't be asked: " + unknown.getMessage())
                    .build();
        }
    }
}
