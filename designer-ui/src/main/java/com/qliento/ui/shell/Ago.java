package com.qliento.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;

/** How long ago something was done; counts on by itself. Says nothing until it is told a time. */
@Tag("q-ago")
@JsModule("./shell/q-ago.js")
public final class Ago extends Component {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        getElement().executeJs("this.say($0)", words);
    }

    /** Says at any time whether what is changed on this board is saved, or why not; works without the server too. */
    public void follow(Component board) {
        var words = JSON.createObjectNode();
        List.of("saving", "offline", "waiting", "unwritable")
                .forEach(name -> words.put(name, getTranslation("editor.saved." + name)));
        getElement().executeJs("this.follow($0, JSON.parse($1))", board.getElement(), words.toString());
    }
}
