package com.qliento.connector.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says. Nothing is checked against WhatsApp's limits here: see {@link MessageLimits}. Blank optional
 * fields count as absent, because WhatsApp refuses an empty header or footer.
 *
 * <p>No {@code toString} of this family prints content.
 */
public sealed interface OutboundContent {

    /** Calls the one method that fits this content. A new kind of content is a new method, so no place forgets it. */
    <R> R accept(Cases<R> cases);

    /**
     * One method for each kind of content.
     *
     * @param <R> what is computed from it
     */
    interface Cases<R> {
        R text(Text text);

        R buttons(Buttons buttons);

        R listMenu(ListMenu menu);

        R media(Media media);
    }

    /**
     * A plain text.
     *
     * @param previewUrl whether WhatsApp shows a preview of the first link
     */
    record Text(String body, boolean previewUrl) implements OutboundContent {

        /** A text without a link preview. */
        public Text(String body) {
            this(body, false);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.text(this);
        }

        @Override
        public String toString() {
            return "Text[" + body.length() + " chars]";
        }
    }

    /** A text with up to three reply buttons below it. */
    record Buttons(
            String body, @Nullable String header, @Nullable String footer, List<Button> buttons)
            implements OutboundContent {

        /**
         * One button.
         *
         * @param id comes back in the answer, unseen by the customer
         * @param title what the customer sees and taps
         */
        public record Button(String id, String title) {
            @Override
            public String toString() {
                return "Button";
            }
        }

        public Buttons {
            header = FieldText.blankToNull(header);
            footer = FieldText.blankToNull(footer);
            buttons = List.copyOf(buttons);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.buttons(this);
        }

        @Override
        public String toString() {
            return "Buttons[" + buttons.size() + "]";
        }
    }

    /**
     * A text with a button that opens a list of up to ten rows.
     *
     * @param buttonLabel the label of the button that opens the list
     */
    record ListMenu(
            String body, @Nullable String header, @Nullable String footer, String buttonLabel, List<Section> sections)
            implements OutboundContent {

        /**
         * A group of rows.
         *
         * @param title may be absent only when it is the only section
         */
        public record Section(@Nullable String title, List<Row> rows) {
            public Section {
                title = FieldText.blankToNull(title);
                rows = List.copyOf(rows);
            }

            @Override
            public String toString() {
                return "Section[" + rows.size() + "]";
            }
        }

        /**
         * One row.
         *
         * @param id comes back in the answer, unseen by the customer
         */
        public record Row(String id, String title, @Nullable String description) {
            public Row {
                description = FieldText.blankToNull(description);
            }

            @Override
            public String toString() {
                return "Row";
            }
        }

        public ListMenu {
            header = FieldText.blankToNull(header);
            footer = FieldText.blankToNull(footer);
            sections = List.copyOf(sections);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.listMenu(this);
        }

        @Override
        public String toString() {
            return "ListMenu[" + sections.size() + "]";
        }
    }

    /**
     * A picture, film, sound or document.
     *
     * @param id of a file uploaded to the sending number; null when there is a link
     * @param link from where WhatsApp fetches the file; it keeps it for 10 minutes
     * @param caption the text below it; left out for a sound, which has none
     * @param filename how a document is called on the customer's phone; left out for other kinds
     */
    record Media(
            MediaKind kind,
            @Nullable String id,
            @Nullable String link,
            @Nullable String caption,
            @Nullable String filename)
            implements OutboundContent {

        public Media {
            id = FieldText.blankToNull(id);
            link = FieldText.blankToNull(link);
            caption = kind.captioned() ? FieldText.blankToNull(caption) : null;
            filename = kind == MediaKind.DOCUMENT ? FieldText.blankToNull(filename) : null;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.media(this);
        }

        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }
}
