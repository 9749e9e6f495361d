package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** A drawing of the one set of icons; for the eye only, so a word or a label stands beside it. */
@Tag("q-icon")
@JsModule("./shell/q-icon.js")
@NpmPackage(value = "lucide-static", version = "1.62.0")
public final class Icon extends Component {

    /** The icon of this name, as {@code icons.js} lists it. */
    public Icon(String name) {
        getElement().setAttribute("name", name);
    }
}
