package com.qliento.door;

import com.qliento.door.Door.Bounds;
import com.qliento.door.Door.Passage;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;

/** All doors that features declare. Where two lie on one path the more exact one decides. */
@Component
public final class Doors {

    private final AntPathMatcher paths = new AntPathMatcher();
    private final List<Door> all;

    Doors(List<Door> all) {
        var twice = all.stream().map(Door::path).distinct().count() < all.size();
        if (twice) {
            throw new IllegalStateException("two doors are declared for one path: " + all);
        }
        this.all = List.copyOf(all);
    }

    /** The paths of all that these may pass. */
    public String[] paths(Passage passage) {
        return all.stream()
                .filter(door -> door.passage() == passage)
                .map(Door::path)
                .sorted()
                .toArray(String[]::new);
    }

    /**
     * Everything below the first part of their paths: what lies beside such a door and is no door itself is closed to
     * these as well, and is no matter of whoever comes next.
     */
    public String[] grounds(Passage passage) {
        return all.stream()
                .filter(door -> door.passage() == passage)
                .map(door -> door.path().replaceFirst("^(/[^/]+).*$", "$1/**"))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    /** The door on this path; empty where nobody declared one. */
    public Optional<Door> at(String path) {
        return all.stream()
                .filter(door -> paths.match(door.path(), path))
                .min((one, other) -> paths.getPatternComparator(path).compare(one.path(), other.path()));
    }

    /** The address as it may be repeated to anybody: without what is secret of it. */
    public String shown(String path) {
        return at(path).filter(Door::secretAddress)
                .map(door -> door.path().replaceFirst("[*{].*$", "..."))
                .orElse(path);
    }

    /** Bytes that are read of a body at all. */
    long most(String path, @Nullable String query) {
        var bounds = at(path).map(Door::body).orElse(Bounds.SCREENS);
        // With a parameter it could be a screen's message, which names itself by one, on whatever path.
        boolean holds = !bounds.withoutQuery() || query == null || query.isEmpty();
        return (holds ? bounds : Bounds.SCREENS).most().toBytes();
    }

    boolean measuresItself(Request request) {
        return passes(path(request), Passage.PROOF_FIRST);
    }

    boolean passes(String path, Passage passage) {
        return at(path).filter(door -> door.passage() == passage).isPresent();
    }

    /** The path as the server understood it: nothing encoded, no way up, without the application's own prefix. */
    static String path(Request request) {
        var path = request.getDecodedRequestURI();
        var prefix = request.getContextPath();
        return prefix != null && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
