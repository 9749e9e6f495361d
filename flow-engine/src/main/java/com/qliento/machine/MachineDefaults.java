package com.qliento.machine;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts the machine's language and time zone aside, first of all: libraries ask for them where a word or a number is for
 * programs (the driver sends the zone's name to PostgreSQL, which need not know it; a Turkish machine lowers I to a
 * letter no keyword has; an Arabic one writes other digits). From then on they are English and UTC in the whole process.
 * The machine's zone stays what times are shown in to people who have chosen none ({@code qliento.zone}).
 */
class MachineDefaults implements EnvironmentPostProcessor {

    private static final String ZONE = "qliento.zone";
    private static final ZoneId MACHINE = TimeZone.getDefault().toZoneId();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        putAside();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("machine-defaults", Map.of(ZONE, MACHINE.getId())));
    }

    static void putAside() {
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
