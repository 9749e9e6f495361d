package com.qliento.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fake application keeps over a kill: a file of accepted and of answered messages. */
final class Journal {
    private final Path file;
    private final Map<String, Inbound> open = new LinkedHashMap<>();
    private final Map<String, Boolean> known = new LinkedHashMap<>();

    Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                // The last line may be cut by a kill; then its message was never accepted.
                Files.readAllLines(file).forEach(this::replay);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages among these that were not known yet, kept from now on. */
    synchronized List<Inbound> accept(List<Inbound> messages) {
        List<Inbound> fresh = messages.stream()
                .filter(message -> known.putIfAbsent(message.id(), true) == null)
                .toList();
        var lines = new StringBuilder();
        fresh.forEach(message -> lines.append("in ").append(message.line()).append('\n'));
        append(lines);
        return fresh;
    }

    synchronized void answered(Inbound message) {
        append("out " + message.line() + "\n");
    }

    synchronized List<Inbound> unanswered() {
        return List.copyOf(open.values());
    }

    synchronized boolean isEmpty() {
        return known.isEmpty();
    }

    private void replay(String line) {
        String[] words = line.split(" ", 5);
        if (words.length == 5) {
            var message = new Inbound(words[1], words[2], words[3], words[4]);
            known.put(message.id(), true);
            if (words[0].equals("in")) {
                open.put(message.id(), message);
            } else {
                open.remove(message.id());
            }
        }
    }

    private void append(CharSequence lines) {
        try {
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
