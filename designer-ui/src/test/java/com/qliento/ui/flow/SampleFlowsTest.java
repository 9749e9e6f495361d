package com.qliento.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.flow.FlowPublishing;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.tryout.CaseResult;
import com.qliento.tryout.FlowCases;
import com.qliento.ui.Application;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleFlowsTest {

    private static final OrganisationId OWN = OrganisationId.of("00000000-0000-7000-8000-00000000de32");
    private static final Actor BUILDER = new Actor("test", OWN, Role.BUILDER);

    @Test
    void every_sample_brings_its_chat_as_a_test_case_that_passes() {
        var flows = Application.bean(SampleFlows.class);
        var cases = Application.bean(FlowCases.class);
        Application.bean(Organisations.class)
                .save(new Organisation(
                        OWN, "Samples", "?", Organisation.DEFAULT_STOP_KEYWORDS, Organisation.DEFAULT_STOP_REPLY));
        publishWhatAnotherStarts();

        for (var sample : Application.bean(Samples.class).all()) {
            var made = flows.make(BUILDER, sample.title(), sample.bpmn());

            var results = cases.runAll(BUILDER, made.flow().key());
            assertThat(results).as(sample.key()).hasSize(1);
            assertThat(results.get(0).lines())
                    .as(sample.key())
                    .filteredOn(line -> !line.right())
                    .isEmpty();
            assertThat(results).extracting(CaseResult::passed).containsExactly(true);
        }
    }

    private static void publishWhatAnotherStarts() {
        var drafts = Application.bean(FlowDrafts.class);
        var publishing = Application.bean(FlowPublishing.class);
        Application.bean(Samples.class).all().stream()
                .filter(sample -> Set.of("parcel-address", "reminder").contains(sample.key()))
                .forEach(sample -> {
                    drafts.overwrite(BUILDER, sample.key(), sample.bpmn());
                    publishing.publish(BUILDER, sample.key(), "");
                });
    }
}
