package com.qliento.demo;

import com.qliento.machine.OwnAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints, once the demo is ready, where it is and what to try first. */
@Component
@ConditionalOnProperty("qliento.demo.enabled")
class Welcome {

    private final DemoSettings settings;
    private final OwnAddress own;

    Welcome(DemoSettings settings, OwnAddress own) {
        this.settings = settings;
        this.own = own;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            System.out.println(String.join(System.lineSeparator(), text(settings, address())));
        }
    }

    /** As people type it. */
    private String address() {
        var address = own.of("").toString();
        return address.replaceFirst("^http://127\\.0\\.0\\.1:", "http://localhost:");
    }

    static List<String> text(DemoSettings settings, String address) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("  Qliento is ready");
        lines.add("");
        lines.add("    Screens   " + address + "                     " + signIn(settings));
        lines.add("    Phone     " + address + "/simulator/phone     write 'menu' to the demo number");
        lines.add("    API       " + address + "/api/openapi.json    Authorization: Bearer " + apiKey(settings));
        lines.add("    Health    " + address + "/actuator/health");
        lines.add("");
        lines.add(
                "    Try       curl -H 'Authorization: Bearer " + apiKey(settings) + "' " + address + "/api/v1/flows");
        lines.add("");
        return lines;
    }

    /** Only what stands in the manual: what somebody chose is for them. */
    private static String signIn(DemoSettings settings) {
        return settings.signInKnown()
                ? settings.email() + " / " + settings.password()
                : "with qliento.demo.email and qliento.demo.password";
    }

    private static String apiKey(DemoSettings settings) {
        return settings.apiKeyKnown() ? settings.apiKey() : "<qliento.demo.api-key>";
    }
}
