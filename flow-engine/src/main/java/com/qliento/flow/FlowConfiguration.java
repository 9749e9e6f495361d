package com.qliento.flow;

import com.qliento.block.Blocks;
import com.qliento.check.FlowCheck;
import com.qliento.rules.feel.Expressions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the check the language that flows run with. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    FlowCheck flowCheck(Expressions expressions, Blocks blocks) {
        return new FlowCheck(expressions, blocks);
    }
}
