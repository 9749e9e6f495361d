package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.ShelvedFlow;
import com.qliento.ui.shell.Attention;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Drafts that nobody gets need somebody who may publish them: newer ones than what is live, and those never published. */
@Component
@Order(3)
class UnpublishedFlows implements Attention {

    private final FlowLibrary library;

    UnpublishedFlows(FlowLibrary library) {
        this.library = library;
    }

    @Override
    public String about() {
        return "flows.attention";
    }

    @Override
    public CompletableFuture<List<Need>> of(SignedIn who, UI ui) {
        if (!who.may(Permission.BUILD)) {
            return CompletableFuture.completedFuture(List.of());
        }
        var flows = library.all(who.actor()).stream()
                .filter(flow -> flow.archivedAt() == null)
                .toList();
        return CompletableFuture.completedFuture(Stream.concat(
                        of(ui, "lib.home.ahead", "lib.home.ahead.one", those(flows, ShelvedFlow::ahead)),
                        of(ui, "home.drafts", "lib.home.draft.one", those(flows, flow -> flow.liveVersion() == null)))
                .toList());
    }

    private static List<ShelvedFlow> those(List<ShelvedFlow> flows, Predicate<ShelvedFlow> wanted) {
        return flows.stream().filter(wanted).toList();
    }

    /** One flow is named and opened; of more there is the list. */
    private static Stream<Need> of(UI ui, String many, String one, List<ShelvedFlow> flows) {
        if (flows.size() == 1) {
            var flow = flows.get(0);
            return Stream.of(
                    new Need(Severity.WARN, "flow", ui.getTranslation(one, flow.name()), "flows/edit/" + flow.key()));
        }
        return flows.isEmpty()
                ? Stream.of()
                : Stream.of(new Need(Severity.WARN, "flow", ui.getTranslation(many, flows.size()), "flows"));
    }
}
