package com.qliento.outbox;

import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.whatsapp.CloudApi;
import com.qliento.connector.whatsapp.CloudApiSettings;
import com.qliento.machine.OwnAddress;
import com.qliento.machine.OwnCertificate;
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
    CloudApi cloudApi(WhatsAppSettings settings, OwnAddress own, Environment environment, Clock clock) {
        var threads = HttpThreads.daemons("whatsapp", 2);
        if (settings.graphUrl() != null && !settings.graphUrl().isBlank()) {
            return new CloudApi(at(URI.create(settings.graphUrl()), settings), threads, clock);
        }
        return environment.getProperty("qliento.demo.enabled", Boolean.class, false)
                ? new CloudApi(() -> at(own.of("/simulator/graph"), settings), OwnCertificate.taken(), threads, clock)
                : new CloudApi(at(URI.create(META), settings), threads, clock);
    }

    private static CloudApiSettings at(URI base, WhatsAppSettings settings) {
        return new CloudApiSettings(base, settings.graphVersion(), Duration.ofSeconds(5), Duration.ofSeconds(40));
    }
}
