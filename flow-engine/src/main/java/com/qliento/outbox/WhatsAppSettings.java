package com.qliento.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * WhatsApp as seen from here.
 *
 * @param graphUrl base of the Graph API, the version is appended; null means the simulator in the demo, else Meta's
 * @param ratePerNumber messages a second from one phone number, over all nodes; 0 for no limit
 * @param pairLimit whether to keep to one message per 6 s to the same person, 45 of them borrowed
 */
@ConfigurationProperties("qliento.whatsapp")
record WhatsAppSettings(
        @Nullable String graphUrl,
        @DefaultValue("v23.0") String graphVersion,
        @DefaultValue("80") double ratePerNumber,
        @DefaultValue("true") boolean pairLimit) {}
