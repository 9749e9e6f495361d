package com.qliento.simulator.whatsapp;

import com.qliento.simulator.OnlyInDemo;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the simulated Graph API into the web server: its token check and the way to drop a connection. */
@OnlyInDemo
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SimulatorSettings.class, DemoChannel.class})
class GraphWeb implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new GraphAccess()).addPathPatterns("/simulator/graph/**");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> hangUps() {
        return tomcat -> tomcat.addEngineValves(new HangUpValve());
    }
}
