package com.qliento.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that counts who connects, keeps what it was asked, and answers any bytes. */
public final class OddServer implements AutoCloseable {

    /** Answers one request; what it writes is all that is sent. */
    public interface Answer {
        void to(String request, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = (request, out) -> out.write(bytes("200 OK", "text/plain", "fine"));

    private OddServer(ServerSocket socket) {
        this.socket = socket;
        var accepting = new Thread(this::accept, "odd-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** Listens at this address, at any port. */
    public static OddServer at(String address) {
        try {
            var socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0), 200);
            return new OddServer(socket);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public void answers(Answer with) {
        answer = with;
    }

    /** An answer with this status, type and body. */
    public void answers(String status, String type, String body) {
        answer = (request, out) -> out.write(bytes(status, type, body));
    }

    public static byte[] bytes(String status, String type, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** Heads and bodies as they came. */
    public List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.incrementAndGet();
                var serving = new Thread(() -> serve(connection), "odd-server-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var request = read(connection.getInputStream());
            requests.add(request);
            answer.to(request, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            // who asked has heard enough
        }
    }

    private static String read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int length = -1;
        while (length < 0 || bytes.size() < length) {
            int next = in.read();
            boolean encrypted = next == 22 && bytes.size() == 0;
            if (next < 0 || encrypted) {
                break;
            }
            bytes.write(next);
            if (length < 0 && bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                length = bytes.size() + bodyLength(bytes.toString(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int bodyLength(String head) {
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
