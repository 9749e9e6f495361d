package com.qliento.connector.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for the work of an HTTP client, which only blocks to look up a host name. */
public final class HttpThreads {
    private HttpThreads() {}

    /**
     * A fixed number of daemon threads. Unlike the JDK's default, an unbounded pool, it does not grow with the requests
     * in flight; two are enough for thousands of requests a second as long as callbacks do not block on them.
     */
    public static ExecutorService daemons(String name, int count) {
        var number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, work -> {
            var thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
