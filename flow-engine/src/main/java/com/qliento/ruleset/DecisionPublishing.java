package com.qliento.ruleset;

import com.qliento.draft.DraftRoom;
import com.qliento.draft.Versions;
import org.springframework.stereotype.Component;

/** Publishes decisions and takes them back. Flows that are bound to an older version decide by it further. */
@Component
public class DecisionPublishing extends Versions {

    DecisionPublishing(DecisionSubject decisions, DraftRoom room) {
        super(decisions, room);
    }
}
