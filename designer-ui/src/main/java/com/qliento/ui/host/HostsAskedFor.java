package com.qliento.ui.host;

import com.qliento.account.Permission;
import com.qliento.host.AllowedHosts;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hosts that whoever draws asks for need somebody who may allow them. */
@Component
@Order(4)
class HostsAskedFor implements Attention {

    private final AllowedHosts hosts;

    HostsAskedFor(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String about() {
        return "hosts.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        if (!who.may(Permission.MANAGE_CONNECTIONS)) {
            return CompletableFuture.completedFuture(List.of());
        }
        long asked =
                hosts.all(who.actor()).stream().filter(host -> !host.allowed()).count();
        return CompletableFuture.completedFuture(
                asked == 0
                        ? List.of()
                        : List.of(new Need(
                                Severity.WARN, "globe", ui.getTranslation("home.hosts", asked), HostsView.PATH)));
    }
}
