package com.qliento.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Keys in memory for at most {@link #LIFETIME}, so that a destroyed key stops working on every node even if the notice
 * of it is lost. Misses at the same time share one query. What isn't there is asked for again each time.
 */
final class KeyCache<K, V> {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Cache<K, V> cache;
    private final ConcurrentMap<K, CompletableFuture<Optional<V>>> loading = new ConcurrentHashMap<>();

    KeyCache(long entries, Ticker ticker) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(LIFETIME)
                .ticker(ticker)
                .build();
    }

    /** Loads outside any lock: a waiting query holds up nobody who asks for another key. */
    Optional<V> get(K key, Supplier<Optional<V>> load) {
        V present = cache.getIfPresent(key);
        if (present != null) {
            return Optional.of(present);
        }
        var mine = new CompletableFuture<Optional<V>>();
        CompletableFuture<Optional<V>> first = loading.putIfAbsent(key, mine);
        return first != null ? await(first) : load(key, load, mine);
    }

    private Optional<V> load(K key, Supplier<Optional<V>> load, CompletableFuture<Optional<V>> mine) {
        try {
            Optional<V> loaded = load.get().map(value -> keep(key, value));
            mine.complete(loaded);
            return loaded;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            loading.remove(key, mine);
        }
    }

    private static <T> T await(CompletableFuture<T> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What is in memory, without a look anywhere else. */
    Optional<V> present(K key) {
        return Optional.ofNullable(cache.getIfPresent(key));
    }

    boolean has(K key) {
        return cache.getIfPresent(key) != null;
    }

    /** Keeps what came first: a key read just before its destruction never replaces the mark of that destruction. */
    V keep(K key, V value) {
        V first = cache.asMap().putIfAbsent(key, value);
        return first != null ? first : value;
    }

    /** Puts the value in place of whatever there was. */
    void replace(K key, V value) {
        cache.put(key, value);
    }

    /** Replaces every entry by what the function makes of it. */
    void replaceAll(BiFunction<K, V, V> change) {
        cache.asMap().replaceAll(change);
    }
}
