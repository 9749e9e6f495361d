package com.qliento.check;

import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowSource;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Xml;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A file holds one flow, and one that is meant to run. */
@Component
@Order(10)
final class ProcessRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        List<Xml> processes = flow.source().processes();
        if (processes.isEmpty()) {
            findings.file(Said.of("nothing-to-run"), flow.source().definitions().line());
            return;
        }
        if (processes.size() > 1) {
            findings.error(processes.get(1), Said.of("several-processes", processes.size()));
        }
        flow.source()
                .process()
                .filter(process -> !FlowSource.executable(process))
                .ifPresent(process ->
                        findings.error(process, Said.of("not-executable").mendedBy(Repair.of("executable", process))));
    }
}
