package com.qliento.inbound;

import com.qliento.channel.Channels;
import com.qliento.connector.whatsapp.MalformedWebhook;
import com.qliento.connector.whatsapp.Signature;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Meta delivers. Answers 200 only after what came is durable; 401 to a wrong signature, 413 to more than 3 MB, 400
 * to what is no webhook, and 503 while the database is away, so that Meta delivers again.
 */
@Hidden
@RestController
@RequestMapping("/webhooks/whatsapp")
class WhatsAppWebhook {

    /** Meta's own bound for one delivery. */
    private static final int MOST_BYTES = 3 * 1024 * 1024;

    private final Channels channels;
    private final Intake intake;

    WhatsAppWebhook(Channels channels, Intake intake) {
        this.channels = channels;
        this.intake = intake;
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
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body("No channel has this verify token. Compare it with the one entered for the number.");
    }

    @PostMapping
    ResponseEntity<Void> receive(
            HttpServletRequest request,
            @RequestHeader(name = Signature.HEADER, required = false) @Nullable String signature)
            throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        try {
            return ResponseEntity.status(intake.take(body, signature) ? HttpStatus.OK : HttpStatus.UNAUTHORIZED)
                    .build();
        } catch (MalformedWebhook unreadable) {
            return ResponseEntity.badRequest().build();
        } catch (NotStored away) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "5")
                    .build();
        }
    }
}
