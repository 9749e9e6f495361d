package com.qliento.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a script may ask of a running load program: {@code /control/mode?number=ID&mode=429}, {@code
 * /control/kill?pid=N} and {@code /control/mark} (the application lost something it needs, say its database), {@code
 * /control/stop} and {@code /control/count}.
 */
final class Control {
    /** What a dead process wrote may still be on its way to the sink. */
    private static final int LAST_BYTES_MILLIS = 100;

    private final Ledger ledger;
    private final Map<String, Trouble> troubles;

    Control(Ledger ledger, Map<String, Trouble> troubles) {
        this.ledger = ledger;
        this.troubles = troubles;
    }

    String answer(String target) throws InterruptedException {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        Map<String, String> asked = query(question < 0 ? "" : target.substring(question + 1));
        try {
            switch (path) {
                case "/control/mode" ->
                    troubles.put(asked.getOrDefault("number", ""), Trouble.of(asked.getOrDefault("mode", "")));
                case "/control/kill" -> kill(Long.parseLong(asked.getOrDefault("pid", "")));
                case "/control/mark" -> ledger.killed(System.nanoTime());
                case "/control/stop" -> ledger.stop();
                case "/control/count" -> {}
                default -> throw new IllegalArgumentException("no such control");
            }
            Customer.Count count = ledger.count();
            return Answer.ok("{\"accepted\":" + count.accepted() + ",\"replies\":" + count.replies() + "}\n");
        } catch (IllegalArgumentException e) {
            return Answer.of("400 Bad Request", "{\"error\":\"" + e.getMessage() + "\"}\n");
        }
    }

    private void kill(long pid) throws InterruptedException {
        ProcessHandle process =
                ProcessHandle.of(pid).orElseThrow(() -> new IllegalArgumentException("no such process"));
        long at = System.nanoTime();
        process.destroyForcibly();
        while (process.isAlive() && System.nanoTime() - at < TimeUnit.SECONDS.toNanos(10)) {
            Thread.sleep(2);
        }
        Thread.sleep(LAST_BYTES_MILLIS);
        ledger.killed(at);
    }

    private static Map<String, String> query(String query) {
        var asked = new HashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                asked.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return asked;
    }
}
