package com.qliento.ruleset;

import com.qliento.rules.Decisions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One compiler of decisions for the whole application. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    Decisions decisions() {
        return new Decisions();
    }
}
