package com.qliento.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Two drawings of a flow side by side, with what differs coloured and told in words. */
@Tag("qliento-compare")
@JsModule("./designer/compare.js")
class CompareBoard extends Component implements HasSize {

    /** Shows them: {@code blocks}, {@code language}, {@code before} and {@code after}, each with title and file. */
    void show(String json) {
        getElement().callJsFunction("show", json);
    }
}
