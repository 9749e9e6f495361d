package com.qliento.ui.list;

import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list. The browser draws all but {@link #component} itself, from texts alone, so that a long list scrolls
 * smoothly. The first column should be a link that reads as a sentence: its row opens what it leads to.
 */
public final class Column<T> {

    private static final String UNDER = "${item.under ? html`<span>${item.under}</span>` : ''}";

    final String heading;
    final Renderer<T> renderer;
    int share = 1;
    boolean onPhones = true;

    @Nullable
    String width;

    @Nullable
    Sorted sorted;

    /** The names of the two orders of a column, as an address says them. */
    record Sorted(String up, String down) {}

    private Column(String heading, Renderer<T> renderer) {
        this.heading = heading;
        this.renderer = renderer;
    }

    /**
     * The link of the row.
     *
     * @param to where it leads, within the application
     * @param under a second line in small; may give null
     */
    public static <T> Column<T> link(
            String heading, ValueProvider<T, String> words, ValueProvider<T, String> to, ValueProvider<T, ?> under) {
        return drawn(
                heading,
                LitRenderer.<T>of(
                                "<div class=\"q-list-words\"><a class=\"q-list-link\" href=\"${item.to}\" router-link>"
                                        + "${item.words}</a>" + UNDER + "</div>")
                        .withProperty("words", words)
                        .withProperty("to", to)
                        .withProperty("under", under));
    }

    /**
     * Plain words.
     *
     * @param under a second line in small; may give null
     */
    public static <T> Column<T> words(String heading, ValueProvider<T, String> words, ValueProvider<T, ?> under) {
        return drawn(
                heading,
                LitRenderer.<T>of("<div class=\"q-list-words\"><span>${item.words}</span>" + UNDER + "</div>")
                        .withProperty("words", words)
                        .withProperty("under", under));
    }

    /** A time, as people say it. */
    public static <T> Column<T> time(String heading, ValueProvider<T, When> when) {
        return drawn(
                heading,
                LitRenderer.<T>of("<span class=\"q-list-time\" title=\"${item.exact}\">${item.said}</span>")
                        .withProperty("said", row -> when.apply(row).getText())
                        .withProperty(
                                "exact", row -> when.apply(row).getElement().getAttribute("title")));
    }

    /** Whatever the browser can draw from texts; a link of the class {@code q-list-link} is the row's. */
    public static <T> Column<T> drawn(String heading, LitRenderer<T> renderer) {
        return new Column<>(heading, renderer);
    }

    /** Something to act with. The server holds it for each row in sight: small things only. */
    public static <T> Column<T> component(String heading, SerializableFunction<T, Component> component) {
        return new Column<>(heading, new ComponentRenderer<>(component));
    }

    /** It can be sorted by: the names of the order upwards and of that downwards. */
    public Column<T> sorted(String up, String down) {
        this.sorted = new Sorted(up, down);
        return this;
    }

    /** How much of the room it takes beside the others, which take 1. */
    public Column<T> share(int share) {
        this.share = share;
        return this;
    }

    /** As wide as this and no wider, such as {@code 56px}. */
    public Column<T> wide(String width) {
        this.width = width;
        this.share = 0;
        return this;
    }

    /** Left out on a phone, where a row's columns stand below each other. */
    public Column<T> notOnPhones() {
        this.onPhones = false;
        return this;
    }
}
