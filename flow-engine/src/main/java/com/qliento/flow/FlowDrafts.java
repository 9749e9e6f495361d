package com.qliento.flow;

import com.qliento.draft.DraftRoom;
import com.qliento.draft.Drafts;
import org.springframework.stereotype.Component;

/** Saves drafts of flows. */
@Component
public class FlowDrafts extends Drafts {

    FlowDrafts(FlowSubject flows, DraftRoom room) {
        super(flows, room);
    }
}
