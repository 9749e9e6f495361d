package com.qliento.ui.draft;

import com.qliento.ui.shell.SignedIn;
import java.util.List;

/** Shows what differs between two files of one kind. */
public interface DraftComparing {

    /** Shows the differences of two of these sides to this person, who may choose others where that is possible. */
    void show(SignedIn who, List<DraftSides.Side> all, DraftSides.Side old, DraftSides.Side now);
}
