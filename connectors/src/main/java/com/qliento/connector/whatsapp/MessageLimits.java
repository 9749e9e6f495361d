package com.qliento.connector.whatsapp;

import java.util.List;

/**
 * The limits of WhatsApp's messages (Meta's documentation of v23.0), counted in Unicode characters (code points).
 * Where Meta's pages disagree, the lower number holds.
 */
public final class MessageLimits {
    public static final int TEXT_BODY = 4096;
    /** Meta's page of lists says 4096, its OpenAPI says 1024. */
    public static final int INTERACTIVE_BODY = 1024;

    public static final int HEADER = 60;
    public static final int FOOTER = 60;
    public static final int BUTTONS = 3;
    public static final int BUTTON_ID = 256;
    public static final int BUTTON_TITLE = 20;
    public static final int LIST_LABEL = 20;
    public static final int SECTIONS = 10;
    public static final int SECTION_TITLE = 24;
    /** In all sections together. */
    public static final int ROWS = 10;

    public static final int ROW_ID = 200;
    public static final int ROW_TITLE = 24;
    public static final int ROW_DESCRIPTION = 72;

    public static final int CAPTION = 1024;
    /** Not in Meta's pages; what common file systems and phones take. */
    public static final int FILENAME = 240;

    private MessageLimits() {}

    /** Everything WhatsApp would refuse about this content; empty if it may be sent. */
    public static List<LimitProblem> check(OutboundContent content) {
        var walk = new LimitWalk();
        content.accept(walk);
        return List.copyOf(walk.problems());
    }

    /**
     * Makes a content fit: texts are cut at a word and end with an ellipsis, ids are cut without one, surplus,
     * repeated or empty buttons and rows are left out, and what must be there and is empty is made of the rest of the
     * message: a list of nothing becomes a text. Whatever was done is reported. What {@link #check} still finds
     * afterwards is only {@link LimitProblem.Kind#MISSING}: of the message nothing is left, and it can't be sent.
     */
    public static Fitted fit(OutboundContent content) {
        var walk = new LimitWalk();
        OutboundContent fitted = content.accept(walk);
        List<LimitProblem> cut =
                walk.problems().stream().filter(LimitProblem::repairable).toList();
        return new Fitted(cut.isEmpty() ? content : fitted, cut);
    }

    /** How many characters WhatsApp counts. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
