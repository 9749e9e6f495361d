package com.qliento.inbound;

import com.qliento.channel.Channels;
import com.qliento.security.SecurityLog;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meta's question whether the webhook address is ours. Deliveries come in by {@link DeliveryDoor}. */
@Hidden
@RestController
@RequestMapping("/webhooks/whatsapp")
class WhatsAppWebhook {

    private final Channels channels;

    WhatsAppWebhook(Channels channels) {
        this.channels = channels;
    }

    /** Meta checks that the address is ours: it knows the verify token and wants its challenge back. */
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> verify(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        if (mode.equals("subscribe") && !token.isEmpty() && channels.knowsVerifyToken(token)) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
        }
        SecurityLog.signatureRefused("whatsapp-verify-token");
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body("No channel has this verify token. Compare it with the one entered for the number.");
    }
}
