package com.qliento.simulator;

import com.qliento.door.Door;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the simulated WhatsApp into the web server: its door, its token check, the phone's files, and the way to drop a connection. */
@OnlyInDemo
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SimulatorSettings.class, DemoChannel.class})
class SimulatorWeb implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new GraphAccess()).addPathPatterns("/simulator/graph/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/simulator/phone/**").addResourceLocations("classpath:/simulator/phone/");
    }

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

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> hangUps() {
        return tomcat -> tomcat.addEngineValves(new HangUpValve());
    }
}
