package com.qliento.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A kept connection to the sink, for one thread. The JDK's client is no good here: now and then it closes a
 * connection whose answer comes very fast and reports a failure, and the repeated call is then rightly counted as a
 * duplicate.
 */
final class GraphConnection {
    private static final int ANSWER_MILLIS = 5_000;

    private final URI graph;
    private Socket socket = new Socket();
    private HttpReader reader = new HttpReader(InputStream.nullInputStream());

    GraphConnection(String graphUrl) {
        this.graph = URI.create(graphUrl);
    }

    /** Whether the call was answered 200; any failure ends the connection, and the next call opens a new one. */
    boolean accepts(Inbound message) {
        String json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + message.from()
                + "\",\"type\":\"text\",\"text\":{\"body\":\"" + message.text() + "\"}}";
        String request = "POST /v23.0/" + message.phoneNumberId() + "/messages HTTP/1.1\r\nHost: sink\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
        try {
            if (!socket.isConnected() || socket.isClosed()) {
                socket = new Socket(graph.getHost(), graph.getPort());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(ANSWER_MILLIS);
                reader = new HttpReader(socket.getInputStream());
            }
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (reader.next()) {
                return reader.word(1).equals("200");
            }
            socket.close();
        } catch (IOException e) {
            abandon();
        }
        return false;
    }

    private void abandon() {
        try {
            socket.close();
        } catch (IOException e) {
            socket = new Socket();
        }
    }
}
