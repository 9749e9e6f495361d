package com.qliento.ui.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All bundles of words, one for each area: whatever lies in the folder {@code ui} is found, nothing lists them. */
final class Bundles {

    /** Languages there are words in; the first is the one where a language has none. */
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private static final String ALL = "classpath*:ui/*.properties";
    private static final Map<Locale, Map<String, String>> TEXTS = read();

    private Bundles() {}

    /** What this key says in a language, or in English where that has no words; null when no bundle has it. */
    static @Nullable String text(String key, Locale locale) {
        return in(locale).get(key);
    }

    /** Everything whose key begins like this, in a language, by the rest of its key. */
    static Map<String, String> under(String prefix, Locale locale) {
        var found = new TreeMap<String, String>();
        in(locale).forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), text);
            }
        });
        return found;
    }

    private static Map<String, String> in(Locale locale) {
        var texts = TEXTS.get(Locale.forLanguageTag(locale.getLanguage()));
        return texts == null ? Objects.requireNonNull(TEXTS.get(Locale.ENGLISH)) : texts;
    }

    /** Each file with its name, such as {@code Flow_es}. */
    static Map<String, Properties> files() {
        var files = new TreeMap<String, Properties>();
        try {
            for (var file : new PathMatchingResourcePatternResolver(Bundles.class.getClassLoader()).getResources(ALL)) {
                var name = Objects.requireNonNull(file.getFilename()).replace(".properties", "");
                if (files.put(name, read(file)) != null) {
                    throw new IllegalStateException("two bundles of words are called " + name);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static Properties read(Resource file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Map<Locale, Map<String, String>> read() {
        var files = files();
        var all = new HashMap<Locale, Map<String, String>>();
        for (var language : LANGUAGES) {
            var texts = new HashMap<String, String>();
            files.forEach((name, file) -> {
                if (languageOf(name).equals(language)) {
                    file.stringPropertyNames().forEach(key -> {
                        if (texts.put(key, file.getProperty(key)) != null) {
                            throw new IllegalStateException("two bundles of words have " + key);
                        }
                    });
                }
            });
            all.put(language, Map.copyOf(texts));
        }
        return Map.copyOf(all);
    }

    private static Locale languageOf(String name) {
        int at = name.indexOf('_');
        return at < 0 ? Locale.ENGLISH : Locale.forLanguageTag(name.substring(at + 1));
    }
}
