package com.qliento.ruleset;

import com.qliento.rules.decision.Decisions;
import com.qliento.rules.sheet.Sheets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One compiler of decisions and one reader of sheets for the whole application. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    Decisions decisions() {
        return new Decisions();
    }

    @Bean
    Sheets sheets() {
        return new Sheets();
    }
}
