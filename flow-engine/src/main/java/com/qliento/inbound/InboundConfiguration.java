package com.qliento.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the door for deliveries before everything else that looks at requests. */
@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

    @Bean
    FilterRegistrationBean<DeliveryDoor> deliveryDoor(Intake intake, MeterRegistry metrics) {
        var registration = new FilterRegistrationBean<>(new DeliveryDoor(intake, metrics));
        registration.addUrlPatterns(DeliveryDoor.PATH);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
