package com.qliento.agreement;

import com.qliento.conversation.RouteReceiver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who takes the words that end and begin advertising. */
@Configuration(proxyBeanMethods = false)
class AgreementConfiguration {

    @Bean
    RouteReceiver optOutReceiver(Agreements agreements) {
        return WordReceiver.out(agreements);
    }

    @Bean
    RouteReceiver optInReceiver(Agreements agreements) {
        return WordReceiver.in(agreements);
    }
}
