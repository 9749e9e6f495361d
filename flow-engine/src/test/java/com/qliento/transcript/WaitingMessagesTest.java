package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a person, both ways. */
class WaitingMessagesTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final int WINDOW_CLOSED = 131047;

    private final Scene scene = Scene.shared();
    private final WaitingMessages messages = scene.bean(WaitingMessages.class);
    private final Actor agent = new Actor("ana", DEMO, Role.AGENT);

    @AfterEach
    void whatsapp_takes_everything_again() {
        scene.sink().answers(call -> Answer.accepted());
    }

    @Test
    void what_came_and_what_should_have_gone_is_listed_together_tried_again_and_given_up() {
        int before = messages.count(agent);
        var in = "nobody answers " + Scene.newCustomer();
        scene.says(Scene.newCustomer() + "0".repeat(30), in);
        Awaitility.await().until(() -> messages.count(agent) == before + 1);
        var customer = Scene.newCustomer();
        scene.sink().answers(call -> Answer.refused(400, WINDOW_CLOSED));
        scene.says(customer, "hello");
        Awaitility.await().until(() -> messages.count(agent) == before + 2);

        var all = messages.slice(agent, true, new Slice(0, before + 2));
        var out = all.get(0);
        assertThat(out.message().inbound()).isFalse();
        assertThat(out.message().rule()).isEqualTo("send.window");
        assertThat(out.conversation()).isNotNull();
        assertThat(all.get(1).message().text()).isEqualTo(in);
        assertThat(messages.slice(agent, true, new Slice(1, 1))).containsExactly(all.get(1));
        assertThat(messages.slice(agent, false, new Slice(before, 2))).containsExactly(all.get(1), out);

        scene.sink().answers(call -> Answer.accepted());
        messages.tryAgain(agent, out.message().id());
        messages.giveUp(agent, all.get(1).message().id());

        assertThat(scene.hears(customer, 1)).hasSize(1);
        Awaitility.await().until(() -> messages.count(agent) == before);
        assertThatThrownBy(() -> messages.giveUp(agent, out.message().id())).isInstanceOf(Problem.class);
    }

    @Test
    void nobody_sees_or_settles_what_waits_elsewhere() {
        scene.says(Scene.newCustomer() + "0".repeat(30), "hello");
        Awaitility.await().until(() -> messages.count(agent) > 0);
        var elsewhere = new Actor("eva", OtherOrganisation.in(scene).id(), Role.OWNER);
        var waiting = messages.slice(agent, true, new Slice(0, 1)).get(0);

        assertThat(messages.count(elsewhere)).isZero();
        assertThat(messages.slice(elsewhere, true, new Slice(0, 9))).isEqualTo(List.of());
        assertThatThrownBy(() -> messages.tryAgain(elsewhere, waiting.message().id()))
                .isInstanceOf(Problem.class);
    }
}
