package com.qliento.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.Repair;
import com.qliento.chat.ChatSet;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What a check says, asserted in the words of its tests. */
public final class Problems extends AbstractAssert<Problems, List<FlowProblem>> {

    private Problems(List<FlowProblem> actual) {
        super(actual, Problems.class);
    }

    public static Problems of(byte[] bpmn) {
        return new Problems(ChatSet.check().check(bpmn, Bpmn.environment()));
    }

    public Problems none() {
        assertThat(actual).isEmpty();
        return this;
    }

    /** There is an error of this code at this element, and its sentence says so. */
    public Problems refuse(String code, @Nullable String elementId, String sentence) {
        return has(FlowProblem.Severity.ERROR, code, elementId, sentence);
    }

    public Problems warn(String code, @Nullable String elementId, String sentence) {
        return has(FlowProblem.Severity.WARNING, code, elementId, sentence);
    }

    public Problems notSay(String code) {
        assertThat(actual).extracting(FlowProblem::code).doesNotContain(code);
        return this;
    }

    private Problems has(FlowProblem.Severity severity, String code, @Nullable String elementId, String sentence) {
        assertThat(actual).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.severity()).isEqualTo(severity);
            assertThat(problem.elementId()).isEqualTo(elementId);
            assertThat(problem.message())
                    .contains(sentence)
                    .endsWith(problem.message().endsWith(")") ? ")" : ".");
        });
        return this;
    }

    /** The first problem of this code can be mended so. */
    Problems offer(String code, @Nullable Repair repair) {
        assertThat(actual)
                .filteredOn(problem -> problem.code().equals(code))
                .first()
                .extracting(FlowProblem::repair)
                .isEqualTo(repair);
        return this;
    }
}
