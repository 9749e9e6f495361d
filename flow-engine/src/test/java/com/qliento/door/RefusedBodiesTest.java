package com.qliento.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusedBodiesTest {

    private final RefusedBodies refused = new RefusedBodies(new TooSlowIs408());
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_refusal_is_no_failure_of_whoever_was_reading() throws Exception {
        refused.doFilter(request, response, (some, other) -> {
            throw new ServletException(new IllegalStateException(BodyRefused.tooSlow()));
        });

        assertThat(response.getStatus()).isEqualTo(408);
        assertThat(response.isCommitted()).isFalse();
        assertThat(BodyRefused.tooSlow().getStackTrace()).isEmpty();
    }

    @Test
    void another_failure_stays_what_it_is() {
        assertThatThrownBy(() -> refused.doFilter(request, response, (some, other) -> {
                    throw new IOException("another");
                }))
                .isInstanceOf(IOException.class);
        assertThat(refused.resolveException(request, response, null, new IOException("another")))
                .isNull();
    }

    private static final class TooSlowIs408 implements ProblemAnswers {

        @Override
        public int status(Problem problem) {
            return problem.is(ProblemKind.TOO_SLOW) ? 408 : 500;
        }

        @Override
        public byte[] body(Problem problem) {
            return new byte[0];
        }
    }
}
