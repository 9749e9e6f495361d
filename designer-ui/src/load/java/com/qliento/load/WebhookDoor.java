package com.qliento.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Posts webhooks over one kept connection, for one thread. After a failure the next address of the list is tried, so
 * a customer of a dead node goes to the living one.
 */
final class WebhookDoor implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 15_000;

    private final List<URI> addresses;
    private int current;
    private Socket socket = new Socket();
    private HttpReader reader = new HttpReader(InputStream.nullInputStream());

    WebhookDoor(List<URI> addresses, int first) {
        this.addresses = addresses;
        this.current = first % addresses.size();
    }

    /** Posts and gives the HTTP status, or in words why there was none: refused, timeout, reset. */
    String post(WebhookBody webhook) {
        boolean kept = socket.isConnected() && !socket.isClosed();
        try {
            String status = exchange(webhook);
            if (status.startsWith("5")) {
                turnAway();
            }
            return status;
        } catch (ConnectException e) {
            turnAway();
            return "refused";
        } catch (SocketTimeoutException e) {
            turnAway();
            return "timeout";
        } catch (IOException e) {
            close();
            if (kept) {
                return post(webhook);
            }
            turnAway();
            return "reset";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            socket = new Socket();
        }
    }

    private void turnAway() {
        close();
        current = (current + 1) % addresses.size();
    }

    private String exchange(WebhookBody webhook) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            connect();
        }
        socket.getOutputStream().write(request(addresses.get(current), webhook));
        if (!reader.next()) {
            throw new EOFException("closed without an answer");
        }
        if (reader.closing()) {
            close();
        }
        return reader.word(1);
    }

    private void connect() throws IOException {
        URI address = addresses.get(current);
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
        reader = new HttpReader(socket.getInputStream());
    }

    private static byte[] request(URI address, WebhookBody webhook) {
        String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nX-Hub-Signature-256: " + webhook.signature()
                + "\r\nContent-Length: " + webhook.json().length + "\r\n\r\n";
        var request = new ByteArrayOutputStream(head.length() + webhook.json().length);
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(webhook.json());
        return request.toByteArray();
    }
}
