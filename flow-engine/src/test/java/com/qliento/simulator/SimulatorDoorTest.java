package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

class SimulatorDoorTest {

    @Test
    void the_simulator_answers_this_machine_and_nobody_it_passes_on_for() {
        var scene = Scene.shared();

        for (var path : List.of("customers", "phone", "graph/v23.0/106540352242922", "events")) {
            for (var header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")) {
                var passedOn = scene.request("GET", "/simulator/" + path, "", "application/json")
                        .header(header, "127.0.0.1")
                        .build();
                var answer = scene.send(passedOn);
                assertThat(answer.statusCode()).as("%s %s", path, header).isEqualTo(401);
                assertThat(answer.body()).contains("urn:qliento:problem:sign-in-needed");
            }
        }
        assertThat(scene.call("GET", "/simulator/customers", "").statusCode()).isEqualTo(200);
    }

    @Test
    void another_sites_page_does_nothing_on_the_simulator() {
        var scene = Scene.shared();

        var sent =
                scene.send(scene.request("POST", "/simulator/customers/34600000001/messages", "{}", "application/json")
                        .header("Sec-Fetch-Site", "cross-site")
                        .build());

        assertThat(sent.statusCode()).isEqualTo(401);
    }

    @Test
    void an_address_is_this_machines_when_it_calls_itself() throws Exception {
        assertThat(isFromThisMachine("127.0.0.1", "127.0.0.1")).isTrue();
        assertThat(isFromThisMachine("::1", "::1")).isTrue();
        assertThat(isFromThisMachine("192.168.1.5", "192.168.1.5")).isTrue();
        assertThat(isFromThisMachine("192.168.1.9", "192.168.1.5")).isFalse();

        var wrapped = new MockHttpServletRequest();
        wrapped.setRemoteAddr("127.0.0.1");
        wrapped.addHeader("X-Forwarded-For", "203.0.113.9");
        new ForwardedHeaderFilter().doFilter(wrapped, new MockHttpServletResponse(), (request, response) -> assertThat(
                        SimulatorDoor.isFromThisMachine((HttpServletRequest) request))
                .isFalse());
    }

    private static boolean isFromThisMachine(String caller, String called) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(caller);
        request.setLocalAddr(called);
        return SimulatorDoor.isFromThisMachine(request);
    }
}
