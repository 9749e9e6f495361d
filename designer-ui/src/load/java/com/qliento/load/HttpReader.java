package com.qliento.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the HTTP/1.1 messages of one connection, requests or responses. It is as small as it is because the load
 * program shares the machine with what it measures. Bodies need a length or chunks; a response with neither counts as
 * empty.
 */
final class HttpReader {
    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;

    private String startLine = "";
    private byte[] body = new byte[0];
    private boolean closing;

    HttpReader(InputStream in) {
        this.in = in;
    }

    /** Reads the next message; false when the other side closed the connection between two messages. */
    boolean next() throws IOException {
        if (position == limit && !fill()) {
            return false;
        }
        startLine = line();
        closing = false;
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring(15).trim());
            } else if (low.startsWith("transfer-encoding:")) {
                chunked = low.contains("chunked");
            } else if (low.startsWith("connection:")) {
                closing = low.contains("close");
            }
        }
        body = chunked ? chunks() : bytes(length);
        return true;
    }

    /** The word of the start line at the given place: of a request method and target, of a response the status at 1. */
    String word(int place) {
        String[] words = startLine.split(" ", -1);
        return place < words.length ? words[place] : "";
    }

    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the other side will close the connection after this message. */
    boolean closing() {
        return closing;
    }

    private byte[] chunks() throws IOException {
        byte[] all = new byte[0];
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            int length = Integer.parseInt(
                    extension < 0 ? size.trim() : size.substring(0, extension).trim(), 16);
            byte[] chunk = bytes(length);
            line();
            if (length == 0) {
                return all;
            }
            all = Arrays.copyOf(all, all.length + length);
            System.arraycopy(chunk, 0, all, all.length - length, length);
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] result = new byte[length];
        int done = 0;
        while (done < length) {
            if (position == limit && !fill()) {
                throw new EOFException("connection ended in a body");
            }
            int part = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, result, done, part);
            position += part;
            done += part;
        }
        return result;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (position == limit && !fill()) {
                throw new EOFException("connection ended in a header");
            }
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
            if (position < limit) {
                position++;
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
