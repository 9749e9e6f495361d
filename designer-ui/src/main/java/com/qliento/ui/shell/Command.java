package com.qliento.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * Something the command bar can do.
 *
 * @param group the kind of thing, as people call it; commands of one group stand together
 * @param words what it does or goes to
 * @param icon as {@link Icon} names it
 * @param action runs in the person's window
 */
public record Command(String group, String words, String icon, SerializableConsumer<UI> action) {

    /** A flow's name is its author's text. */
    @Override
    public String toString() {
        return "Command[" + group + "]";
    }

    /** A command that goes to an address inside the application. */
    public static Command go(String group, String words, String icon, String address) {
        return new Command(group, words, icon, ui -> ui.navigate(address));
    }
}
