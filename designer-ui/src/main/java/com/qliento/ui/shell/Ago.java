package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** How long ago something was done; counts on by itself. Says nothing until it is told a time. */
@Tag("q-ago")
@JsModule("./shell/q-ago.js")
public final class Ago extends Component {

    /**
     * @param now says that it was just now
     * @param seconds says how many, with {@code {0}} for the number
     * @param minutes says how many, with {@code {0}} for the number
     */
    public Ago(String now, String seconds, String minutes) {
        getElement().setAttribute("now", now);
        getElement().setAttribute("seconds", seconds);
        getElement().setAttribute("minutes", minutes);
    }

    /** It was at this time. */
    public void since(Instant at) {
        getElement().setAttribute("at", at.toString());
    }

    /** It is something else now, which these words say. */
    public void say(String words) {
        getElement().removeAttribute("at");
        getElement().executeJs("this.textContent = $0", words);
    }
}
