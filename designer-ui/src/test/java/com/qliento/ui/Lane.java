package com.qliento.ui;

import com.qliento.Qliento;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * An application and a browser that a test class has for itself while it runs: there are as many as classes that run side by
 * side. They live in one program, so that what one has loaded and compiled is there for all.
 */
final class Lane {

    /** Beside each class; a class without screens never asks for a lane. */
    public static final class OfEachClass implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            OF_THIS_CLASS.set(new Ticket());
        }

        @Override
        public void afterAll(ExtensionContext context) {
            OF_THIS_CLASS.get().giveBack();
            OF_THIS_CLASS.remove();
        }
    }

    /** What a class holds, and the threads that it starts. */
    private static final class Ticket {

        private @Nullable Lane lane;
        private boolean over;

        synchronized Lane lane() {
            if (over) {
                throw new IllegalStateException("the class that this thread was started by is over");
            }
            var taken = lane;
            if (taken == null) {
                taken = take();
                lane = taken;
            }
            return taken;
        }

        synchronized void giveBack() {
            over = true;
            if (lane != null) {
                free(lane);
            }
        }
    }

    private static final InheritableThreadLocal<Ticket> OF_THIS_CLASS = new InheritableThreadLocal<>();
    private static final Deque<Lane> FREE = new ArrayDeque<>();
    private static final List<Lane> ALL = new ArrayList<>();

    private @Nullable ServletWebServerApplicationContext application;
    private com.microsoft.playwright.@Nullable Browser browser;

    private Lane() {}

    /** The lane of the class that is running, or that started this thread. */
    static Lane mine() {
        return OF_THIS_CLASS.get().lane();
    }

    private static Lane take() {
        synchronized (FREE) {
            var free = FREE.poll();
            if (free == null) {
                free = new Lane();
                ALL.add(free);
            }
            return free;
        }
    }

    private static void free(Lane lane) {
        synchronized (FREE) {
            FREE.push(lane);
        }
    }

    /** The whole application as somebody starts it on a directory without data. */
    synchronized ServletWebServerApplicationContext application() {
        var running = application;
        if (running == null) {
            running = start();
            application = running;
        }
        return running;
    }

    private static ServletWebServerApplicationContext start() {
        try {
            var data = Files.createTempDirectory("qliento-ui");
            UnpackedPostgres.into(data);
            return (ServletWebServerApplicationContext) SpringApplication.run(
                    Qliento.class,
                    "--server.port=" + freePort(),
                    "--qliento.data-dir=" + data,
                    "--qliento.banner=false");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /** Chosen before the start: what the application sends in the demo goes to itself, by this number. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    synchronized com.microsoft.playwright.Browser browser() {
        var open = browser;
        if (open == null) {
            open = Browser.open();
            browser = open;
        }
        return open;
    }

    /** Stops the applications, as somebody does who stops one, and not in the end of the program. */
    static void closeAll() {
        ALL.stream().parallel().forEach(Lane::close);
    }

    private synchronized void close() {
        if (application != null) {
            application.close();
            application = null;
        }
    }
}
