package com.qliento.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The Graph API as far as a reply needs it, on loopback, one thread for each connection. Requests under {@code
 * /control} go to {@link Control}.
 */
final class Sink implements AutoCloseable {
    private final ServerSocket server;
    private final Duration delay;
    private final Ledger ledger;
    private final Control control;
    private final Statuses statuses;
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    Sink(Options options, Ledger ledger, Statuses statuses) throws IOException {
        this.server = new ServerSocket(options.sinkPort(), 512, InetAddress.getLoopbackAddress());
        this.delay = options.sinkDelay();
        this.ledger = ledger;
        this.statuses = statuses;
        this.control = new Control(ledger, troubles);
        start("sink", this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                start("sink connection", () -> serve(connection));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (Socket connection = socket) {
            connection.setTcpNoDelay(true);
            var reader = new HttpReader(connection.getInputStream());
            boolean open = true;
            while (open && reader.next()) {
                open = !reader.closing();
                handle(connection, reader);
            }
        } catch (IOException e) {
            // The application ended or hung up; what it did not hear is what the ledger is for.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Socket connection, HttpReader request) throws IOException, InterruptedException {
        String path = request.word(1);
        if (path.startsWith("/control/")) {
            write(connection, control.answer(path));
        } else if (GraphCall.matches(request.word(0), path)) {
            message(connection, GraphCall.read(path, request.body()));
        } else {
            ledger.notUnderstood();
            write(
                    connection,
                    Answer.of("404 Not Found", "{\"error\":{\"message\":\"Unsupported request\",\"code\":100}}"));
        }
    }

    private void message(Socket connection, GraphCall call) throws IOException, InterruptedException {
        Trouble trouble = troubles.getOrDefault(call.phoneNumberId(), Trouble.NONE);
        if (trouble != Trouble.NONE) {
            write(connection, trouble.answer(connection));
        } else if (call.recipient() == 0) {
            write(connection, Answer.ok("{\"success\":true}"));
        } else {
            take(connection, call);
        }
    }

    private void take(Socket connection, GraphCall call) throws IOException, InterruptedException {
        Runnable answered = ledger.reply(call.phoneNumberId(), call.recipient(), call.place());
        String wamid = "wamid.REPLY" + Long.toHexString(sent.incrementAndGet()) + "." + call.recipient();
        if (!delay.isZero()) {
            Thread.sleep(delay.toMillis());
        }
        String to = Long.toString(call.recipient());
        try {
            // Before the write: the application may send the next one before this thread runs again.
            answered.run();
            write(
                    connection,
                    Answer.ok("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"" + to + "\",\"wa_id\":\""
                            + to + "\"}],\"messages\":[{\"id\":\"" + wamid + "\"}]}"));
        } finally {
            statuses.happened(call, wamid);
        }
    }

    private static void write(Socket connection, String answer) throws IOException {
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
