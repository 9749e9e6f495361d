package com.qliento.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who can reach the application, by its settings: an address that is not said is every address of the machine. */
@Component
class Reach {

    private final @Nullable String address;
    private final List<String> hosts;

    Reach(Environment environment) {
        this.address = environment.getProperty("server.address");
        this.hosts = Binder.get(environment)
                .bind("qliento.hosts", String[].class)
                .map(List::of)
                .orElse(List.of());
    }

    /** Whether it is called from this machine only: neither by another address nor by a name that others call it by. */
    boolean thisMachineOnly() {
        return hosts.isEmpty() && isLoopback(address);
    }

    private static boolean isLoopback(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Which setting lets others in. */
    @Override
    public String toString() {
        if (!isLoopback(address)) {
            return address == null || address.isBlank()
                    ? "server.address is not set, which is every address of this machine"
                    : "server.address is " + address + ", which others can reach";
        }
        return "qliento.hosts names hosts that others call it by";
    }
}
