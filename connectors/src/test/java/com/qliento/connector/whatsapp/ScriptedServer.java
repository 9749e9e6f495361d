package com.qliento.connector.whatsapp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on a bare socket that does on each connection what the test says, down to resets and silence. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    /** The body of each request that came in whole. */
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    /** What to do with a connection. */
    interface Script {
        void serve(Connection connection) throws IOException;
    }

    ScriptedServer(Script script) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> accept(script));
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                start(() -> serve(script, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Script script, Socket client) {
        try {
            script.serve(new Connection(client));
        } catch (IOException gone) {
            // The client closed its end, which some tests want.
        }
    }

    URI uri() {
        return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    /** One connection of a client. */
    final class Connection {
        private final Socket client;
        private final InputStream in;
        private final OutputStream out;

        Connection(Socket client) throws IOException {
            this.client = client;
            this.in = new BufferedInputStream(client.getInputStream());
            this.out = client.getOutputStream();
        }

        /** Waits for a whole request. */
        void request() throws IOException {
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new IOException("closed in the middle of a request");
            }
            requests.add(new String(body, StandardCharsets.UTF_8));
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void accepted() throws IOException {
            String body = "{\"messages\":[{\"id\":\"wamid.1\"}]}";
            write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Returns when the client has closed its end. */
        void waitForClose() throws IOException {
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
        }

        void close() throws IOException {
            client.close();
        }

        /** Closes with RST instead of FIN. */
        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }
    }
}
