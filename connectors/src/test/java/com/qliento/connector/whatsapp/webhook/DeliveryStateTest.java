package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.DeliveryState.DELETED;
import static com.qliento.connector.whatsapp.webhook.DeliveryState.DELIVERED;
import static com.qliento.connector.whatsapp.webhook.DeliveryState.FAILED;
import static com.qliento.connector.whatsapp.webhook.DeliveryState.PLAYED;
import static com.qliento.connector.whatsapp.webhook.DeliveryState.READ;
import static com.qliento.connector.whatsapp.webhook.DeliveryState.SENT;
import static com.qliento.connector.whatsapp.webhook.DeliveryState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeliveryStateTest {
    @Test
    void states_follow_each_other_by_rank() {
        assertThat(List.of(WARNING, SENT, FAILED, DELIVERED, READ, PLAYED, DELETED))
                .isSortedAccordingTo((a, b) -> Integer.compare(a.rank(), b.rank()))
                .containsExactly(DeliveryState.values());
    }

    @Test
    void a_message_that_failed_on_one_device_may_still_be_delivered_on_another() {
        assertThat(DELIVERED.supersedes(FAILED)).isTrue();
        assertThat(FAILED.supersedes(DELIVERED)).isFalse();
        assertThat(FAILED.supersedes(SENT)).isTrue();
        assertThat(SENT.supersedes(FAILED)).isFalse();
    }

    @Property
    void the_order_in_which_states_arrive_does_not_matter(@ForAll List<DeliveryState> arriving, @ForAll Random random) {
        var shuffled = new ArrayList<DeliveryState>(arriving);
        Collections.shuffle(shuffled, random);

        assertThat(kept(shuffled)).isEqualTo(kept(arriving));
    }

    private static DeliveryState kept(List<DeliveryState> arriving) {
        return arriving.stream().reduce(WARNING, (current, next) -> next.supersedes(current) ? next : current);
    }
}
