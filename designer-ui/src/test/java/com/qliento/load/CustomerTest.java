package com.qliento.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerTest {
    private static final int ERA = 0;

    private final Customer customer = new Customer(1, new Channel("1", "secret"), 0);

    @Test
    void a_repeated_reply_after_a_kill_is_set_apart_when_its_call_was_in_flight() {
        customer.writes(1, 10);
        customer.accepted(1);
        customer.hears(0, ERA);

        customer.killed(20);
        customer.hears(0, ERA + 1);

        assertThat(customer.count().repeatedInFlight()).isEqualTo(1);
        assertThat(customer.count().repeated()).isZero();
    }

    @Test
    void a_repeated_reply_after_a_kill_is_wrong_when_its_call_was_over_long_before() {
        customer.writes(1, 10);
        customer.accepted(1);
        customer.hears(0, ERA);
        customer.answered(ERA, 15);

        customer.killed(20);
        customer.hears(0, ERA + 1);

        assertThat(customer.count().repeated()).isEqualTo(1);
    }

    @Test
    void one_kill_excuses_one_repeated_reply_only() {
        customer.writes(1, 10);
        customer.accepted(1);
        customer.hears(0, ERA);

        customer.killed(20);
        customer.hears(0, ERA + 1);
        customer.hears(0, ERA + 1);

        assertThat(customer.count().repeatedInFlight()).isEqualTo(1);
        assertThat(customer.count().repeated()).isEqualTo(1);
    }

    @Test
    void a_message_that_was_never_accepted_is_not_lost() {
        customer.writes(1, 10);

        assertThat(customer.count().lost()).isZero();
    }

    @Test
    void a_reply_to_a_message_whose_answer_never_came_is_not_a_repetition() {
        customer.writes(1, 10);
        customer.hears(0, ERA);

        assertThat(customer.count().repeated()).isZero();
    }

    @Test
    void a_call_that_begins_before_the_last_one_was_answered_overlaps() {
        customer.writes(2, 10);
        customer.hears(1, ERA);
        customer.hears(2, ERA);

        assertThat(customer.count().overlapping()).isEqualTo(1);
    }
}
