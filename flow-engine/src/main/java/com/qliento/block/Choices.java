package com.qliento.block;

import java.util.ArrayList;
import java.util.List;

/** Reads the options of a question and the buttons of a message. */
public final class Choices {

    /** WhatsApp shows up to so many choices as buttons; more become a list. */
    public static final int MOST_BUTTONS = 3;

    /** WhatsApp's most rows of a list, all sections together. */
    public static final int MOST_ROWS = 10;

    private Choices() {}

    /** Options written one a line; blank lines don't count. */
    public static List<Choice> ofLines(String lines) {
        return ofTitles(lines.lines().toList());
    }

    /** Choices of these titles, such as those of buttons; positions count the filled ones. */
    public static List<Choice> ofTitles(List<String> titles) {
        var choices = new ArrayList<Choice>();
        for (String title : titles) {
            if (!title.isBlank()) {
                choices.add(Choice.at(choices.size() + 1, title.strip(), ""));
            }
        }
        return List.copyOf(choices);
    }
}
