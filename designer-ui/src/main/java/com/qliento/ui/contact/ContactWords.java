package com.qliento.ui.contact;

import com.qliento.contact.ContactSummary;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** How a person is called on screens. */
final class ContactWords {

    private ContactWords() {}

    /** By name, else by number; of whom nothing can be read any more, so. */
    static String name(Component speaker, ContactSummary one) {
        var name = one.name();
        if (name != null && !name.isBlank()) {
            return name;
        }
        var reached = number(one);
        return reached != null ? reached : speaker.getTranslation("contacts.unreadable");
    }

    /** Where they are reached; null when that is not known. */
    static @Nullable String number(ContactSummary one) {
        return one.phone() != null ? "+" + one.phone() : one.userId();
    }
}
