package com.qliento.inbound;

import com.qliento.door.BytesInFlight;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the door for deliveries before everything else that looks at requests. */
@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

    @Bean
    FilterRegistrationBean<DeliveryDoor> deliveryDoor(Intake intake, BytesInFlight inFlight, MeterRegistry metrics) {
        var registration = new FilterRegistrationBean<>(new DeliveryDoor(intake, inFlight, metrics));
        registration.addUrlPatterns(DeliveryDoor.PATH);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
