package com.qliento.host;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.rest.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: the hosts that requests of flows may go to. */
@RestController
@RequestMapping("/api/v1/request-hosts")
class HostApi {

    private final AllowedHosts hosts;

    HostApi(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    @GetMapping
    Page<HostFacts> list(Caller caller) {
        return new Page<>(hosts.all(Actor.program(caller)), null);
    }

    @PutMapping("/{host}")
    HostFacts allow(Caller caller, @PathVariable String host) {
        return hosts.allow(Actor.program(caller), host);
    }

    @DeleteMapping("/{host}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String host) {
        hosts.remove(Actor.program(caller), host);
        return ResponseEntity.noContent().build();
    }
}
