package com.qliento.connector.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with up to three reply buttons below it. */
public record Buttons(
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
