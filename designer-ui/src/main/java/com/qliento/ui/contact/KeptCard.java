package com.qliento.ui.contact;

import com.qliento.account.Permission;
import com.qliento.retention.OwnRetention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** What is kept of them until when, and how it is put together for them. */
final class KeptCard extends Section {

    KeptCard(OwnRetention retention, SignedIn signedIn) {
        addClassName("q-card");
        add(new H2(getTranslation("contacts.kept")));
        add(new Paragraph(getTranslation("contacts.kept.known")));
        retention
                .get(signedIn.actor(), getLocale())
                .categories()
                .forEach(category -> add(
                        new Paragraph(getTranslation("retention.category." + category.category(), category.days()))));
        if (signedIn.may(Permission.WORK_CASES)) {
            var packages = new Anchor("packages", getTranslation("contacts.packages"));
            packages.getElement().setAttribute("router-link", true);
            add(packages);
        }
    }
}
