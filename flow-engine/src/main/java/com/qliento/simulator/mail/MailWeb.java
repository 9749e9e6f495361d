package com.qliento.simulator.mail;

import com.qliento.simulator.OnlyInDemo;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands out the page's style. */
@OnlyInDemo
@Configuration(proxyBeanMethods = false)
class MailWeb implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/simulator/mail-page/**").addResourceLocations("classpath:/simulator/mail/");
    }
}
