package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks whether somebody is sure, before something is done that can't be undone or that others notice. */
public final class Sure {

    private static final String PLAIN = "primary";
    private static final String ENDING = "error primary";

    private Sure() {}

    /**
     * What is asked, said already.
     *
     * @param yes what the button says that does it
     */
    public record Words(String title, String help, String yes) {}

    /** Asks in the language of this component, and does it when they are. */
    public static void then(Component speaker, Words words, Runnable does) {
        ask(speaker, words, PLAIN, does);
    }

    /** The same of what is gone then. */
    public static void ends(Component speaker, Words words, Runnable does) {
        ask(speaker, words, ENDING, does);
    }

    private static void ask(Component speaker, Words words, String theme, Runnable does) {
        var ask = new ConfirmDialog(words.title(), words.help(), words.yes(), sure -> does.run());
        ask.setCancelable(true);
        ask.setCancelText(speaker.getTranslation("editor.cancel"));
        ask.setConfirmButtonTheme(theme);
        ask.open();
    }
}
