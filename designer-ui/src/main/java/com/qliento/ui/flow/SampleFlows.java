package com.qliento.ui.flow;

import com.qliento.account.Actor;
import com.qliento.bpmn.FlowReader;
import com.qliento.media.MediaFacts;
import com.qliento.media.MediaFiles;
import com.qliento.media.SampleMedia;
import com.qliento.ruleset.SampleDecisions;
import com.qliento.tryout.FlowCases;
import com.qliento.tryout.FlowFiles;
import com.qliento.tryout.Persona;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes flows of files. A sample comes with its pictures and its chat, which is its first test case. */
@Component
class SampleFlows {

    /** The customer of the samples' scripts. */
    private static final Persona ANA = new Persona("Ana", "12025550101", "en");

    private final FlowFiles files;
    private final FlowCases cases;
    private final Samples samples;
    private final Luggage luggage;
    private final MediaFiles uploads;

    /** What comes with a sample beside its flow. */
    @Component
    record Luggage(SampleMedia media, SampleDecisions decisions, FlowReader reader) {

        void bring(Actor actor, String sample) {
            media.bring(actor, sample);
            decisions.bring(actor, sample);
        }
    }

    SampleFlows(FlowFiles files, FlowCases cases, Samples samples, Luggage luggage, MediaFiles uploads) {
        this.files = files;
        this.cases = cases;
        this.samples = samples;
        this.luggage = luggage;
        this.uploads = uploads;
    }

    /** A new flow of this name; throws {@link com.qliento.problem.Problem} when the file is none. */
    FlowFiles.Added make(Actor actor, String name, byte[] bpmn) {
        var sample = samples.of(bpmn);
        sample.ifPresent(known -> luggage.bring(actor, known.key()));
        var made = files.add(actor, name, bpmn);
        sample.filter(known -> !known.chat().isEmpty())
                .ifPresent(known -> cases.add(actor, made.flow().key(), known.title(), ANA, known.chat()));
        return made;
    }

    /** The draft of a flow, with its test cases. */
    byte[] export(Actor actor, String flowKey) {
        return files.export(actor, flowKey);
    }

    /** The uploaded files that a flow sends. They stay where they are when it is exported. */
    List<MediaFacts> filesOf(Actor actor, String flowKey) {
        return luggage.reader().read(files.export(actor, flowKey)).files().stream()
                .flatMap(id -> uploads.find(actor, id).stream())
                .toList();
    }
}
