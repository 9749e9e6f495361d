package com.qliento.mail;

import com.qliento.connector.mail.MailRoutes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the organisations' servers, which are on the open network. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    MailRoutes mailRoutes(Clock clock) {
        return new MailRoutes(OpenNetwork::has, clock);
    }
}
