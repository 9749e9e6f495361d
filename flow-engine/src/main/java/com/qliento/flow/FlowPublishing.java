package com.qliento.flow;

import com.qliento.bpmn.XmlReader;
import com.qliento.draft.DraftRoom;
import com.qliento.draft.Versions;
import org.springframework.stereotype.Component;

/** Publishes flows and takes them back. Conversations that run on an older version end on it. */
@Component
public class FlowPublishing extends Versions {

    /** Bytes of a flow's file. */
    public static final int LARGEST_FILE = XmlReader.MOST_BYTES;

    FlowPublishing(FlowSubject flows, DraftRoom room) {
        super(flows, room);
    }
}
