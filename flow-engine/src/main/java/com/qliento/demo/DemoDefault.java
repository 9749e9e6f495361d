package com.qliento.demo;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The demo is on where the embedded database is used, unless it is said otherwise. */
class DemoDefault implements EnvironmentPostProcessor {

    private static final String ENABLED = "qliento.demo.enabled";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var url = environment.getProperty("spring.datasource.url");
        boolean embedded = url == null || url.isBlank();
        if (environment.getProperty(ENABLED) == null) {
            environment.getPropertySources().addLast(new MapPropertySource("demo-default", Map.of(ENABLED, embedded)));
        }
    }
}
