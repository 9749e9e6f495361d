package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A view's title, one sentence where it helps, and its one action at the right. */
public final class ViewHead extends Div {

    /** A head without an action. */
    public ViewHead(String title, String sentence) {
        addClassName("q-view-head");
        var words = new Div(new H1(title));
        if (!sentence.isEmpty()) {
            words.add(new Paragraph(sentence));
        }
        add(words);
    }

    /** A head with these at the right. */
    public ViewHead(String title, String sentence, Component... actions) {
        this(title, sentence);
        add(new Div(actions));
    }
}
