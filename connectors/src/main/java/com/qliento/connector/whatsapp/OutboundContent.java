package com.qliento.connector.whatsapp;

/**
 * What a message says. Nothing is checked against WhatsApp's limits here: see {@link MessageLimits}. Blank optional
 * fields count as absent, because WhatsApp refuses an empty header or footer.
 *
 * <p>No {@code toString} of this family prints content.
 */
public sealed interface OutboundContent permits Text, Buttons, ListMenu {

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
    }
}
