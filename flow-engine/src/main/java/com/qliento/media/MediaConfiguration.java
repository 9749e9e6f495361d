package com.qliento.media;

import com.qliento.door.Door;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings, and takes bodies as large as files are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {

    @Bean
    static Door filesDoor() {
        return new Door("/api/v1/media/**", Door.Passage.PROGRAMS, Door.Bounds.FILES);
    }
}
