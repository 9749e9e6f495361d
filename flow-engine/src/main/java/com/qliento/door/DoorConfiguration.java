package com.qliento.door;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the measures into the web server, and says how long it waits for the next bytes of a body. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    private static final int SILENCE_MILLIS = 10_000;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> measuredBodies(
            Doors doors, BytesInFlight inFlight, ProblemAnswers answers) {
        var patience = new Patience(System::nanoTime);
        return tomcat -> {
            tomcat.addEngineValves(new RestValve(patience));
            tomcat.addContextValves(new BodyValve(doors, patience, inFlight, answers));
            tomcat.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                    protocol.setDisableUploadTimeout(false);
                    protocol.setConnectionUploadTimeout(SILENCE_MILLIS);
                }
            });
        };
    }
}
