package com.qliento.engine;

import com.qliento.rules.Expressions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One compiler of expressions for the whole application, so that its cache is shared. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    Expressions expressions() {
        return new Expressions();
    }
}
