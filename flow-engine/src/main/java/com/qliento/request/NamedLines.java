package com.qliento.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and values as an author writes them, one pair a line, such as {@code name = value} or {@code Name: value}. */
record NamedLines(List<Pair> pairs, Optional<String> unreadable) {

    record Pair(String name, String value) {}

    /**
     * Reads them; lines without anything are passed over.
     *
     * @param sign what stands between name and value
     */
    static NamedLines read(String text, char sign) {
        var pairs = new ArrayList<Pair>();
        var unreadable = Optional.<String>empty();
        for (var line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            int at = line.indexOf(sign);
            if (at < 1) {
                unreadable = unreadable.or(() -> Optional.of(line));
            } else {
                pairs.add(new Pair(
                        line.substring(0, at).strip(), line.substring(at + 1).strip()));
            }
        }
        return new NamedLines(List.copyOf(pairs), unreadable);
    }
}
