package com.qliento.ui.register;

import com.vaadin.flow.component.html.DescriptionList;

/** Names and what they are; a dash for what is not known, so that it shows. */
final class Facts extends DescriptionList {

    void put(String name, String value) {
        add(new Term(name), new Description(value.isBlank() ? "–" : value));
    }
}
