package com.qliento;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What all features stand on: the clock, which tests move, and the timer that wakes the sweeps. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FlowEngine {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
