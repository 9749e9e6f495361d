package com.qliento.ui.flow;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowReader;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFiles;
import com.qliento.tryout.FlowFiles;
import java.util.List;
import org.springframework.stereotype.Component;

/** Flows as files. */
@Component
class FlowExports {

    private final FlowFiles flows;
    private final FlowReader reader;
    private final MediaFiles uploads;

    FlowExports(FlowFiles flows, FlowReader reader, MediaFiles uploads) {
        this.flows = flows;
        this.reader = reader;
        this.uploads = uploads;
    }

    /** The draft of a flow, with its test cases. */
    byte[] export(Actor actor, String flowKey) {
        return flows.export(actor, flowKey);
    }

    /** The uploaded files that a flow sends. They stay where they are when it is exported. */
    List<MediaFacts> filesOf(Actor actor, String flowKey) {
        return reader.read(export(actor, flowKey)).files().stream()
                .flatMap(id -> uploads.find(actor, id).stream())
                .toList();
    }
}
