package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

class OutsideTheDemoTest {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = OnlyInDemo.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {SimulatorSlice.class, WebhookReceiver.class, SimulatorSlice.WithProblems.class}))
    static class Application {}

    @Test
    void nothing_of_the_simulator_exists() {
        new WebApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .run(context -> assertThat(context.getBeanDefinitionNames())
                        .noneMatch(name -> name.startsWith("graph") || name.contains("hats") || name.contains("hone")));
    }
}
