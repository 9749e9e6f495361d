package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Asks the server again and again, as long as somebody looks at the page. Shows nothing. */
@Tag("q-pulse")
@JsModule("./shell/q-pulse.js")
public final class Pulse extends Component {

    /** The time has come. */
    @DomEvent("pulse")
    public static final class Beat extends ComponentEvent<Pulse> {

        public Beat(Pulse source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Does this every so many seconds, beginning after the first of them. */
    public Pulse(int seconds, Runnable action) {
        getElement().setAttribute("seconds", Integer.toString(seconds));
        addListener(Beat.class, beat -> action.run());
    }

    /** Goes on when nobody looks at the page; a browser may then let it wait a minute. */
    public Pulse always() {
        getElement().setAttribute("always", true);
        return this;
    }
}
