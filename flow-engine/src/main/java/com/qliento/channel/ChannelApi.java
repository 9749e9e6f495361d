package com.qliento.channel;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: the WhatsApp numbers of an organisation. Secrets go in and never come out. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelApi {

    /** A channel as it is shown. */
    record View(UUID id, String phoneNumberId, @Nullable String accountId, String displayNumber) {

        static View of(Channel channel) {
            return new View(
                    channel.id().value(), channel.phoneNumberId(), channel.accountId(), channel.displayNumber());
        }
    }

    /** A number to connect. */
    record Request(
            @Nullable String phoneNumberId,
            @Nullable String accountId,
            @Nullable String displayNumber,
            @Nullable String appSecret,
            @Nullable String verifyToken,
            @Nullable String accessToken) {

        NewChannel checked() {
            return new NewChannel.Form(phoneNumberId, accountId, displayNumber, appSecret, verifyToken, accessToken)
                    .read();
        }

        @Override
        public String toString() {
            return "Request";
        }
    }

    private final Channels channels;
    private final Connections connections;

    ChannelApi(Channels channels, Connections connections) {
        this.channels = channels;
        this.connections = connections;
    }

    @GetMapping
    Page<View> list(Caller caller) {
        List<View> all =
                channels.of(caller.organisation()).stream().map(View::of).toList();
        return new Page<>(all, null);
    }

    @PostMapping
    ResponseEntity<View> add(Caller caller, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        var id = connections.connect(Actor.program(caller), request.checked()).id();
        return ResponseEntity.created(URI.create("/api/v1/channels/" + id))
                .body(View.of(channels.get(caller.organisation(), id)));
    }

    @GetMapping("/{id}")
    View get(Caller caller, @PathVariable String id) {
        return View.of(channels.get(caller.organisation(), new ChannelId(Limit.id("id", id))));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.ADMIN);
        connections.disconnect(Actor.program(caller), new ChannelId(Limit.id("id", id)));
        return ResponseEntity.noContent().build();
    }
}
