package com.qliento.ui.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a list's filters, order and view its address says, so that going back, and a link that is shared, show the
 * same. Nothing personal, and nothing that somebody typed: addresses are logged and sent around. What it does not know
 * is left out, whoever wrote it.
 */
public final class ListAddress {

    private record Part(
            BiPredicate<String, Map<String, String>> valid,
            @Nullable String usual) {}

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** The name of a constant as an address says it. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a name that was read. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Says always one of the constants of this kind; the usual one by saying nothing. */
    public <E extends Enum<E>> ListAddress usually(String name, E usual) {
        return usually(
                name,
                name(usual),
                Stream.of(usual.getDeclaringClass().getEnumConstants())
                        .map(ListAddress::name)
                        .toList());
    }

    /** Says one of these, or nothing. */
    public ListAddress one(String name, Collection<String> values) {
        return one(name, (value, before) -> values.contains(value));
    }

    /** Says one that is valid beside what is said before it, or nothing. */
    public ListAddress one(String name, BiPredicate<String, Map<String, String>> valid) {
        parts.put(name, new Part(valid, null));
        return this;
    }

    /** Says always one of these; the usual one by saying nothing. */
    public ListAddress usually(String name, String usual, Collection<String> values) {
        parts.put(name, new Part((value, before) -> values.contains(value), usual));
        return this;
    }

    /** What an address says that is valid, and what is usual where it says nothing. */
    public Map<String, String> read(QueryParameters given) {
        var said = new LinkedHashMap<String, String>();
        parts.forEach((name, part) -> {
            var value = given.getSingleParameter(name).orElse("");
            if (!value.isEmpty() && part.valid().test(value, said)) {
                said.put(name, value);
            } else if (part.usual() != null) {
                said.put(name, part.usual());
            }
        });
        return said;
    }

    /** How an address says this. */
    public QueryParameters written(Map<String, String> said) {
        var written = new LinkedHashMap<String, List<String>>();
        parts.forEach((name, part) -> {
            var value = said.get(name);
            if (value != null && !value.equals(part.usual())) {
                written.put(name, List.of(value));
            }
        });
        return new QueryParameters(written);
    }

    /** What the address says that was come to; where it says it oddly, it is put right, and no step back leads to that. */
    public Map<String, String> follow(AfterNavigationEvent event) {
        var given = event.getLocation().getQueryParameters();
        var said = read(given);
        if (!written(said).getParameters().equals(given.getParameters())) {
            replace(event.getLocation().getPath(), said);
        }
        return said;
    }

    /** Says this from now on, in place of what the address said. */
    public void replace(String path, Map<String, String> said) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, written(said)));
    }

    /** Goes to the same list with something else said; nothing takes it away, and with it what hung on it. */
    public void go(String path, Map<String, String> said, String name, @Nullable String value) {
        var next = new LinkedHashMap<>(said);
        if (value == null || value.isEmpty()) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        var there = written(read(written(next)));
        if (!there.getParameters().equals(written(said).getParameters())) {
            UI.getCurrent().navigate(path, there);
        }
    }
}
