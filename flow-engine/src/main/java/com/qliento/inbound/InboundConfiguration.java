package com.qliento.inbound;

import com.qliento.door.BytesInFlight;
import com.qliento.door.Door;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the door for deliveries before everything else that looks at requests. */
@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

    /** Deliveries are read without holding a thread, and proved before they are kept. */
    @Bean
    static Door deliveriesDoor() {
        return new Door("/webhooks/**", Door.Passage.PROOF_FIRST, Door.Bounds.SCREENS);
    }

    @Bean
    FilterRegistrationBean<DeliveryDoor> deliveryDoor(Intake intake, BytesInFlight inFlight, MeterRegistry metrics) {
        var registration = new FilterRegistrationBean<>(new DeliveryDoor(intake, inFlight, metrics));
        registration.addUrlPatterns(DeliveryDoor.PATH);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
