package com.qliento.demo;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The demo's sign-in, as long as it is the one that stands in the manual: what somebody chose is shown to nobody. */
@Component
public class DemoSignIn {

    /** What may be shown to whoever comes. */
    public record Offer(String email, String password) {

        @Override
        public String toString() {
            return "Offer";
        }
    }

    private final ObjectProvider<DemoSettings> settings;

    DemoSignIn(ObjectProvider<DemoSettings> settings) {
        this.settings = settings;
    }

    /** The sign-in to offer; empty without the demo, and once its e-mail or password is changed. */
    public Optional<Offer> offer() {
        return Optional.ofNullable(settings.getIfAvailable())
                .filter(demo -> demo.enabled() && demo.signInKnown())
                .map(demo -> new Offer(demo.email(), demo.password()));
    }
}
