package com.qliento.ui.shell;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** Where a window is, and where it may stay. */
final class Whereabouts {

    private Whereabouts() {}

    /**
     * The address to stay at when the organisation changes: the view of the navigation that the window is in, without
     * the one thing it shows, since that belongs to the organisation that is left.
     */
    static String staying(UI ui) {
        var first = ui.getActiveViewLocation().getFirstSegment();
        return Navigation.all().stream()
                .map(Navigation.Entry::path)
                .filter(first::equals)
                .findFirst()
                .orElse("");
    }

    /** A language by its own name. */
    static String named(Locale locale) {
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
