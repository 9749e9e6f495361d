package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.flow.Flows;
import com.qliento.ui.board.EditorView;
import com.qliento.ui.shell.Command;
import com.qliento.ui.shell.Commands;
import com.qliento.ui.shell.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Flows in the command bar: a new one, and each by its name. */
@Component
class FlowCommands implements Commands {

    private static final int MOST = 500;

    private final Flows flows;

    FlowCommands(Flows flows) {
        this.flows = flows;
    }

    @Override
    public List<Command> of(SignedIn who, UI ui) {
        if (!who.may(Permission.LOOK_ON)) {
            return List.of();
        }
        var group = ui.getTranslation("shell.flow.group");
        var fresh = who.may(Permission.BUILD)
                ? Stream.of(new Command(
                        group,
                        ui.getTranslation("shell.flow.new"),
                        "plus",
                        window -> window.navigate(FlowsView.class, QueryParameters.of(FlowsView.NEW, ""))))
                : Stream.<Command>empty();
        var all = flows.page(who.actor(), null, MOST).stream()
                .map(flow -> new Command(
                        group, flow.name(), "flow", window -> window.navigate(EditorView.class, flow.key())));
        return Stream.concat(fresh, all).toList();
    }
}
