package com.qliento.ui.trigger;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.Channel;
import com.qliento.flow.ShelvedFlow;
import com.qliento.secret.SecretFacts;
import com.qliento.trigger.Triggers;
import com.qliento.ui.shell.SignedIn;
import java.time.Clock;
import java.util.List;

/** What the pages of triggers work with, as whom, by which clock. */
record TriggerDesk(TriggerServices services, SignedIn signedIn, Clock clock) {

    Triggers triggers() {
        return services.triggers();
    }

    Actor actor() {
        return signedIn.actor();
    }

    boolean may(Permission permission) {
        return signedIn.may(permission);
    }

    /** The flows that triggers can begin, by name. */
    List<ShelvedFlow> live() {
        return services.library().all(actor()).stream()
                .filter(flow -> flow.liveVersion() != null && flow.archivedAt() == null)
                .toList();
    }

    /** What a flow is called; its key when it is not there any more. */
    String nameOf(String flowKey) {
        return services.library().all(actor()).stream()
                .filter(flow -> flow.key().equals(flowKey))
                .map(ShelvedFlow::name)
                .findFirst()
                .orElse(flowKey);
    }

    /** What a flow takes as it is published; one that is not takes whatever it is given, for somebody. */
    Triggers.Takes takes(String flowKey) {
        return triggers().takes(actor(), flowKey).orElse(new Triggers.Takes(false, List.of()));
    }

    List<Channel> channels() {
        return services.channels().of(actor().organisation());
    }

    List<String> secrets() {
        return services.secrets().all(actor()).stream().map(SecretFacts::name).toList();
    }
}
