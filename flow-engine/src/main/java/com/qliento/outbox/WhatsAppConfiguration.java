package com.qliento.outbox;

import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.whatsapp.CloudApi;
import com.qliento.connector.whatsapp.CloudApiSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The client of the Cloud API: Meta's, or in the demo the simulator of this very application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WhatsAppSettings.class, OutboxSettings.class})
class WhatsAppConfiguration {

    private static final String META = "https://graph.facebook.com";

    @Bean
    CloudApi cloudApi(WhatsAppSettings settings, Environment environment, Clock clock) {
        return new CloudApi(
                new CloudApiSettings(
                        URI.create(base(settings, environment)),
                        settings.graphVersion(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(40)),
                HttpThreads.daemons("whatsapp", 2),
                clock);
    }

    private static String base(WhatsAppSettings settings, Environment environment) {
        if (settings.graphUrl() != null && !settings.graphUrl().isBlank()) {
            return settings.graphUrl();
        }
        return environment.getProperty("qliento.demo.enabled", Boolean.class, false)
                ? "http://127.0.0.1:" + environment.getProperty("server.port", "8080") + "/simulator/graph"
                : META;
    }
}
