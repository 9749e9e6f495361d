package com.qliento.ui.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Says at the edge of the screen what became of something, for as long as it takes to read. */
public final class Told {

    private static final int MILLIS = 8_000;

    private Told() {}

    /** That it is done. */
    public static void done(String words) {
        var unused = show(words);
    }

    /** Why it was not. */
    public static void refused(String words) {
        show(words).addThemeVariants(NotificationVariant.LUMO_ERROR);
    }

    private static Notification show(String words) {
        return Notification.show(words, MILLIS, Notification.Position.BOTTOM_START);
    }
}
