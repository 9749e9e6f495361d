package com.qliento.simulator.whatsapp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's WhatsApp number, as the simulated WhatsApp knows it from the start.
 *
 * @param phoneNumberId id of the business number in Graph paths and webhooks
 * @param displayNumber the number that customers see, digits only
 * @param appSecret signs the webhooks; the receiver needs the same
 */
@ConfigurationProperties("qliento.demo")
record DemoChannel(
        @DefaultValue("106540352242922") String phoneNumberId,
        @DefaultValue("15550783881") String displayNumber,
        @DefaultValue("demo-app-secret") String appSecret) {

    DemoChannel {
        if (appSecret.isBlank()) {
            throw new IllegalArgumentException("qliento.demo.app-secret must not be empty: it signs the webhooks");
        }
    }

    @Override
    public String toString() {
        return "DemoChannel[phoneNumberId=" + phoneNumberId + "]";
    }
}
