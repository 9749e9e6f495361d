package com.qliento.ui.connection;

import com.qliento.channel.Connection;
import com.qliento.channel.Connections;
import com.qliento.draft.Draft;
import com.qliento.flow.FlowAssignments;
import com.qliento.flow.Flows;
import com.qliento.inbox.Inbox;
import com.qliento.outbox.NumberCheck;
import com.qliento.ui.shell.SignedIn;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom the screens of connections ask. */
@Component
record Numbers(Connections connections, FlowAssignments assignments, Flows flows, NumberCheck check, Inbox inbox) {

    private static final int MOST_FLOWS = 500;

    /** The names of flows by key. */
    Map<String, String> flowNames(SignedIn signedIn) {
        return flows.page(signedIn.actor(), null, MOST_FLOWS).stream()
                .collect(Collectors.toMap(Draft::key, Draft::name));
    }

    /** A number as people write it. */
    static String shown(Connection number) {
        return "+" + number.displayNumber();
    }
}
