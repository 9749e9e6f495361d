package com.qliento.engine;

import com.qliento.rules.feel.Expressions;
import com.qliento.rules.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One compiler of expressions and one book of policies for the whole application: their caches are shared. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    Policies policies() {
        return new Policies();
    }

    @Bean
    Expressions expressions() {
        return new Expressions();
    }
}
