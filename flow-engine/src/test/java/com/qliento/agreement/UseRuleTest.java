package com.qliento.agreement;

import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.file;
import static com.qliento.check.Bpmn.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.qliento.bpmn.FlowProblem;
import com.qliento.check.Bpmn;
import com.qliento.check.FlowCheck;
import com.qliento.consent.Purpose;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A block that may be told no has a way for that. */
class UseRuleTest {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void a_use_that_may_be_refused_is_warned_of_without_a_way_for_it(Purpose purpose) {
        assertThat(problems(purpose.code()).stream()
                        .filter(one -> one.code().equals("use-no-exit"))
                        .map(one -> tuple(one.error(), one.repair() != null)))
                .isEqualTo(purpose == Purpose.SERVICE ? List.of() : List.of(tuple(false, true)));
    }

    private static List<FlowProblem> problems(String use) {
        var flow = file("<bpmn:process id='p' isExecutable='true'>" + start() + arrow("start", "say")
                + block("sendTask", "say", "text", "text", "Offer", "use", use) + arrow("say", "end") + end()
                + "</bpmn:process>");
        return Scene.shared().bean(FlowCheck.class).check(flow, Bpmn.environment(), Locale.ENGLISH);
    }
}
