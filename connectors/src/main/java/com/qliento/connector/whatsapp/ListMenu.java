package com.qliento.connector.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with a button that opens a list of up to ten rows.
 *
 * @param buttonLabel the label of the button that opens the list
 */
public record ListMenu(
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
