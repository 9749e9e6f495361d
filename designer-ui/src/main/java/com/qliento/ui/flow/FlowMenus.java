package com.qliento.ui.flow;

import com.qliento.flow.FlowArchive;
import com.qliento.flow.FlowDependents;
import com.qliento.flow.FlowLibrary;
import org.springframework.stereotype.Component;

/** What the list can do with a flow. */
@Component
class FlowMenus {

    private final FlowLibrary library;
    private final FlowArchive archive;
    private final FlowDependents dependents;
    private final FlowExports exports;

    FlowMenus(FlowLibrary library, FlowArchive archive, FlowDependents dependents, FlowExports exports) {
        this.library = library;
        this.archive = archive;
        this.dependents = dependents;
        this.exports = exports;
    }

    FlowEdits edits(FlowChange change, FlowMenu menu) {
        return new FlowEdits(library, change, menu);
    }

    FlowEnding ending(FlowChange change, FlowMenu menu) {
        return new FlowEnding(archive, dependents, change, menu);
    }

    FlowExport export(FlowChange change) {
        return new FlowExport(exports, change.signedIn(), change.flow());
    }
}
