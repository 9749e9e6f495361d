package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import org.junit.jupiter.api.Test;

class MenuTest {

    private final Scene scene = Scene.shared();

    @Test
    void a_keyword_starts_a_flow_and_the_flow_answers() throws Exception {
        var customer = Scene.newCustomer();
        scene.publish("echo", Flows.resource("/flows/echo.bpmn"));

        scene.says(customer, "ECHO");
        assertThat(scene.hears(customer, 1)).hasSize(1);

        scene.says(customer, "hello");
        assertThat(scene.hears(customer, 2)).last().asString().contains("hello");
    }
}
