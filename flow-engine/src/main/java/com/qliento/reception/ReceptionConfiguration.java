package com.qliento.reception;

import com.qliento.conversation.RouteReceiver;
import com.qliento.rules.policy.Heard.Route;
import com.qliento.rules.policy.Heard.Word;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One receiver for each feature that is not there yet. */
@Configuration(proxyBeanMethods = false)
class ReceptionConfiguration {

    /** Until there are privacy processes. */
    @Bean
    RouteReceiver privacyReceiver() {
        return NotHereYet.of(Route.PRIVACY_REQUEST, Word.PRIVACY, "privacy");
    }

    /** Until there is a desk. */
    @Bean
    RouteReceiver personReceiver() {
        return NotHereYet.of(Route.PERSON, Word.PERSON, "person");
    }
}
