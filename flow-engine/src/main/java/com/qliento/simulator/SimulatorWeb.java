package com.qliento.simulator;

import com.qliento.door.Door;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Hangs the door before everything that is simulated. */
@OnlyInDemo
@Configuration(proxyBeanMethods = false)
class SimulatorWeb {

    /** After those that find out who is signed in. */
    @Bean
    FilterRegistrationBean<SimulatorDoor> simulatorDoor(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        var door = new FilterRegistrationBean<>(new SimulatorDoor(errors));
        door.addUrlPatterns("/simulator/*");
        door.setOrder(0);
        return door;
    }

    @Bean
    static Door simulatorsDoor() {
        return new Door("/simulator/**", Door.Passage.ASKED_THERE, Door.Bounds.SCREENS);
    }

    /** Where the platform itself uploads files, as to WhatsApp. */
    @Bean
    static Door simulatedUploadsDoor() {
        return new Door("/simulator/graph/**/media", Door.Passage.ASKED_THERE, Door.Bounds.FILES);
    }
}
