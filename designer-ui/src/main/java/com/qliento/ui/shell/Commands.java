package com.qliento.ui.shell;

import com.vaadin.flow.component.UI;
import java.util.List;

/** Gives the command bar what an area can do. A bean of the area; asked each time the bar opens. */
public interface Commands {

    /** What this person may do now; words in the window's language. */
    List<Command> of(SignedIn who, UI ui);
}
