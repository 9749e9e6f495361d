package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.draft.Draft;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.Flows;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Flows as files that bring their test cases along: valid BPMN 2.0, the cases in an extension element of the process.
 * Uploaded pictures and documents do not travel; a block then says that its file is not there.
 */
@Component
public class FlowFiles {

    private final Flows flows;
    private final FlowLibrary library;
    private final FlowCases cases;

    FlowFiles(Flows flows, FlowLibrary library, FlowCases cases) {
        this.flows = flows;
        this.library = library;
        this.cases = cases;
    }

    /**
     * A new flow that came as a file.
     *
     * @param cases how many test cases it brought
     * @param refused why its test cases were left out; null when none were
     */
    public record Added(Draft flow, int cases, @Nullable String refused) {}

    /** The draft with its test cases. Throws {@link Problem}: forbidden, not found. */
    public byte[] export(Actor actor, String flowKey) {
        byte[] bpmn = flows.get(actor, flowKey).content();
        List<FlowCase> kept = cases.list(actor, flowKey);
        return kept.isEmpty() ? bpmn : EnclosedCases.into(bpmn, CaseFile.write(kept));
    }

    /**
     * Makes a new flow of a file, with the test cases in it; a flow whose cases can't be read comes without them. Throws
     * {@link Problem}: forbidden, or the file is no flow.
     */
    public Added add(Actor actor, String name, byte[] file) {
        actor.require(Permission.BUILD);
        var opened = EnclosedCases.open(KeptText.ofXml(file));
        Draft flow = library.add(actor, name, opened.bpmn());
        String brought = opened.cases();
        if (brought == null) {
            return new Added(flow, 0, null);
        }
        try {
            return new Added(flow, cases.importJson(actor, flow.key(), brought), null);
        } catch (Problem refused) {
            return new Added(flow, 0, refused.getMessage());
        }
    }
}
