package com.qliento.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends bodies that are there to hurt, many at once, each again as soon as it was answered and a pause has passed: large
 * ones without a signature, large ones with a made-up signature, in pieces without an end, and some that dribble. Or, with
 * a channel's secret and an API key, what one of our own could send: bodies of a million parts, which become thirty times
 * their size when they are taken apart.
 */
public final class HostileBodies {

    private static final int LARGE = 3 * 1024 * 1024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final String MADE_UP = "X-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n";
    private static final byte[] BODY = body();
    private static final byte[] PARTS = parts();

    private final URI address;
    private final Duration pause;
    private final String secret;
    private final String key;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    private HostileBodies(URI address, Duration pause, String secret, String key) {
        this.address = address;
        this.pause = pause;
        this.secret = secret;
        this.key = key;
    }

    private enum Kind {
        UNSIGNED,
        MADE_UP_SIGNATURE,
        ENDLESS,
        DRIBBLING,
        SIGNED_PARTS,
        PARTS_BY_REST;

        private static final List<Kind> OF_A_STRANGER = List.of(UNSIGNED, MADE_UP_SIGNATURE, ENDLESS, DRIBBLING);
        private static final List<Kind> OF_OUR_OWN = List.of(SIGNED_PARTS, PARTS_BY_REST);
    }

    /**
     * The webhook's address, how many at once, for how many seconds, and the milliseconds between two of each; a
     * channel's secret and an API key for what is sent with proof.
     */
    public static void main(String... arguments) throws InterruptedException {
        boolean proven = arguments.length > 5;
        var hostile = new HostileBodies(
                URI.create(arguments[0]),
                Duration.ofMillis(Long.parseLong(arguments[3])),
                proven ? arguments[4] : "",
                proven ? arguments[5] : "");
        hostile.run(Integer.parseInt(arguments[1]), Duration.ofSeconds(Long.parseLong(arguments[2])));
        System.out.println("hostile bodies by what came of them: " + new TreeMap<>(hostile.answers));
        System.out.println("processor seconds of the hostile program: "
                + ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toSeconds)
                        .orElse(-1L));
    }

    private void run(int count, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < count; i++) {
            List<Kind> kinds = key.isEmpty() ? Kind.OF_A_STRANGER : Kind.OF_OUR_OWN;
            Kind kind = kinds.get(i % kinds.size());
            var sender = new Thread(() -> again(kind, end), "hostile " + i);
            sender.setDaemon(true);
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    private void again(Kind kind, long end) {
        try {
            while (System.nanoTime() < end) {
                answers.computeIfAbsent(kind + " " + once(kind, end), unknown -> new LongAdder())
                        .increment();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status, or in words why there was none. */
    private String once(Kind kind, long end) throws InterruptedException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            boolean sent = send(kind, socket, end);
            byte[] answer = socket.getInputStream().readNBytes(12);
            if (answer.length == 12) {
                return new String(answer, 9, 3, StandardCharsets.US_ASCII);
            }
            return sent ? "closed" : "cut off";
        } catch (IOException gone) {
            return "cut off";
        }
    }

    /** False when the connection was closed before all was sent. */
    private boolean send(Kind kind, Socket socket, long end) throws InterruptedException, IOException {
        OutputStream out = socket.getOutputStream();
        String length = kind == Kind.ENDLESS ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + LARGE + "\r\n";
        String path = kind == Kind.PARTS_BY_REST ? "/api/v1/decisions/none/evaluate" : address.getPath();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + proof(kind) + length
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        try {
            switch (kind) {
                case UNSIGNED, MADE_UP_SIGNATURE -> out.write(BODY);
                case ENDLESS -> pieces(out, end);
                case DRIBBLING -> dribble(out, end);
                case SIGNED_PARTS, PARTS_BY_REST -> out.write(PARTS);
            }
            return true;
        } catch (IOException cutOff) {
            return false;
        }
    }

    private String proof(Kind kind) {
        return switch (kind) {
            case UNSIGNED -> "";
            case MADE_UP_SIGNATURE, ENDLESS, DRIBBLING -> MADE_UP;
            case SIGNED_PARTS -> "X-Hub-Signature-256: " + WebhookBody.sign(PARTS, secret) + "\r\n";
            case PARTS_BY_REST -> "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\n";
        };
    }

    private static void pieces(OutputStream out, long end) throws IOException {
        byte[] piece = Arrays.copyOf(BODY, 64 * 1024);
        for (int i = 0; i < 1_000 && System.nanoTime() < end; i++) {
            out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(piece);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void dribble(OutputStream out, long end) throws IOException, InterruptedException {
        for (int i = 0; System.nanoTime() < end; i++) {
            out.write(BODY[i % BODY.length]);
            Thread.sleep(500);
        }
    }

    private static byte[] parts() {
        String head = "{\"inputs\":{},\"entry\":[{}";
        String all = head + ",{}".repeat((LARGE - head.length() - 2) / 3) + "]}";
        return (all + " ".repeat(LARGE - all.length())).getBytes(StandardCharsets.US_ASCII);
    }

    /** Of the right shape and for the demo's number, so that only its signature is wrong. */
    private static byte[] body() {
        String head = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":"
                + "{\"metadata\":{\"phone_number_id\":\"106540352242922\"},\"x\":[0";
        String tail = "]},\"field\":\"messages\"}]}]}";
        String filling = ",{\"a\":1}".repeat(LARGE / 8);
        String all = head + filling.substring(0, (LARGE - head.length() - tail.length()) / 8 * 8);
        return (all + " ".repeat(LARGE - all.length() - tail.length()) + tail).getBytes(StandardCharsets.US_ASCII);
    }
}
