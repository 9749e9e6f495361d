package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;

class RepliesFirstTest {

    private static final int SLEEPERS = 30;

    @Test
    void a_reply_overtakes_what_flows_say_after_a_wait() {
        try (var scene = Scene.start(Scene.Setup.usual().with("qliento.whatsapp.rate-per-number", "1"))) {
            new FlowText("sleepy", "sleepy")
                    .waits("nap", "PT10M")
                    .says("late", "good morning")
                    .ends()
                    .publish(scene);
            new FlowText("quick", "quick").says("now", "here I am").ends().publish(scene);
            Stream.generate(Scene::newCustomer).limit(SLEEPERS).forEach(sleeper -> scene.says(sleeper, "sleepy"));
            var timers = scene.bean(ManagementService.class).createJobQuery().timers();
            OutboxScene.until("all sleep", () -> timers.count() == SLEEPERS);
            scene.passes(Duration.ofMinutes(11));
            var customer = Scene.newCustomer();

            scene.says(customer, "quick");

            assertThat(scene.hears(customer, 1)).containsExactly("here I am");
            assertThat(scene.sink().calls()).hasSizeLessThan(SLEEPERS);
        }
    }
}
