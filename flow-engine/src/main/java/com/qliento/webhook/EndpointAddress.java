package com.qliento.webhook;

import com.qliento.guard.GuardedClient;
import com.qliento.guard.RefusedAddress;
import com.qliento.guard.WebAddress;
import com.qliento.problem.Problem;
import org.springframework.stereotype.Component;

/** Which addresses an endpoint may have: of the public network by https, or a service that this application itself offers. */
@Component
class EndpointAddress {

    private static final int LONGEST = 2_000;

    private final GuardedClient client;

    EndpointAddress(GuardedClient client) {
        this.client = client;
    }

    /** The address as it is kept; throws {@link Problem} (invalid) when it is none that may be called. */
    String checked(String written) {
        var text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw refused("address-form");
        }
        try {
            var address = read(text);
            if (address.isHome() ? !client.hasAtHome(address) : !mayBeCalled(address)) {
                throw refused(address.isHome() || !address.mayBePublic() ? "forbidden-address" : "not-encrypted");
            }
            return text;
        } catch (RefusedAddress no) {
            throw refused(no.refusal().code());
        }
    }

    /** What a test may say otherwise. */
    boolean mayBeCalled(WebAddress address) {
        return address.secure() && address.mayBePublic();
    }

    private static Problem refused(String reason) {
        return Problem.invalid(
                        "address",
                        "An endpoint has an address of the public network that begins with https://, such as"
                                + " https://shop.example/events.")
                .with("reason", reason);
    }

    static WebAddress read(String text) throws RefusedAddress {
        return WebAddress.isAtHome(text) ? WebAddress.atHome(text) : WebAddress.read(text);
    }

    /** Whom it goes to as people name it. */
    static String server(String text) {
        try {
            var address = read(text);
            return address.isHome() ? address.target().split("\\?", 2)[0] : address.server();
        } catch (RefusedAddress noMore) {
            return "?";
        }
    }
}
