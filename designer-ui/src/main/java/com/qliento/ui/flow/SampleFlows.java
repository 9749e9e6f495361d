package com.qliento.ui.flow;

import com.qliento.account.Actor;
import com.qliento.media.SampleMedia;
import com.qliento.ruleset.SampleDecisions;
import com.qliento.tryout.FlowCases;
import com.qliento.tryout.FlowFiles;
import com.qliento.tryout.Persona;
import org.springframework.stereotype.Component;

/** Makes flows of files. A sample comes with its pictures, its tables and its chat, which is its first test case. */
@Component
class SampleFlows {

    /** The customer of the samples' scripts. */
    private static final Persona ANA = new Persona("Ana", "12025550101", "en");

    private final FlowFiles files;
    private final FlowCases cases;
    private final Samples samples;
    private final SampleMedia media;
    private final SampleDecisions decisions;

    SampleFlows(FlowFiles files, FlowCases cases, Samples samples, SampleMedia media, SampleDecisions decisions) {
        this.files = files;
        this.cases = cases;
        this.samples = samples;
        this.media = media;
        this.decisions = decisions;
    }

    /** A new flow of this name; throws {@link com.qliento.problem.Problem} when the file is none. */
    FlowFiles.Added make(Actor actor, String name, byte[] bpmn) {
        var sample = samples.of(bpmn);
        sample.ifPresent(known -> {
            media.bring(actor, known.key());
            decisions.bring(actor, known.key());
        });
        var made = files.add(actor, name, bpmn);
        sample.filter(known -> !known.chat().isEmpty())
                .ifPresent(known -> cases.add(actor, made.flow().key(), known.title(), ANA, known.chat()));
        return made;
    }
}
