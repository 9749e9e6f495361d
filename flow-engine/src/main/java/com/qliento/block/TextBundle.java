package com.qliento.block;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts beside a class: {@code Blocks.properties} in English, {@code Blocks_es.properties} and so on for others. A
 * missing translation is shown in English, whatever language the machine speaks.
 */
public final class TextBundle {

    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String name;
    private final ClassLoader loader;

    private TextBundle(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    /** The bundle of this name in the package of this class. */
    public static TextBundle beside(Class<?> type, String name) {
        return new TextBundle(type.getPackageName() + "." + name, type.getClassLoader());
    }

    /** The text; throws {@link java.util.MissingResourceException} when there is none in English either. */
    public String text(String key, Locale locale) {
        return bundle(locale).getString(key);
    }

    /** The text, if there is one. */
    public Optional<String> find(String key, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(name, locale, loader, ENGLISH_ELSE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextBundle bundle && bundle.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
