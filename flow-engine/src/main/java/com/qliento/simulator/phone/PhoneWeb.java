package com.qliento.simulator.phone;

import com.qliento.simulator.OnlyInDemo;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands out the phone's files. */
@OnlyInDemo
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatLimits.class)
class PhoneWeb implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/simulator/phone/**").addResourceLocations("classpath:/simulator/phone/");
    }
}
