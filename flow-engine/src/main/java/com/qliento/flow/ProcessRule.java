package com.qliento.flow;

import java.util.List;

/** A file holds one flow, and one that is meant to run. */
final class ProcessRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        List<Xml> processes = flow.source().processes();
        if (processes.isEmpty()) {
            findings.file(
                    "nothing-to-run",
                    flow.source().definitions().line(),
                    "There is nothing to run in this file: no process with a step in it. Add a start and what follows.");
            return;
        }
        if (processes.size() > 1) {
            findings.error(
                    processes.get(1),
                    "several-processes",
                    "The file has " + processes.size()
                            + " pools or processes with steps in them. Keep one; leave the others empty or remove them.");
        }
        flow.source()
                .process()
                .filter(process -> !FlowSource.executable(process))
                .ifPresent(process -> findings.error(
                        process,
                        "not-executable",
                        "The diagram is a drawing only (isExecutable is false). Make it executable to run it."));
    }
}
