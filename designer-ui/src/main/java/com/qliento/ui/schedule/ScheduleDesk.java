package com.qliento.ui.schedule;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.ShelvedFlow;
import com.qliento.schedule.Schedule;
import com.qliento.schedule.Schedules;
import com.qliento.ui.shell.SignedIn;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What the page of schedules works with. */
record ScheduleDesk(Schedules schedules, FlowLibrary library, Channels numbers, SignedIn signedIn, Clock clock) {

    Actor actor() {
        return signedIn.actor();
    }

    boolean may(Permission permission) {
        return signedIn.may(permission);
    }

    /** The flows that schedules can begin, by name. */
    List<ShelvedFlow> live() {
        return library.all(actor()).stream()
                .filter(flow -> flow.liveVersion() != null && flow.archivedAt() == null)
                .toList();
    }

    List<Channel> channels() {
        return numbers.of(actor().organisation());
    }

    /** What those are called whom the schedules are for; of none, for whoever may not read it. */
    Map<UUID, String> names(Collection<Schedule> all) {
        return may(Permission.SEE_CONVERSATIONS)
                ? schedules.names(
                        actor(),
                        all.stream()
                                .map(Schedule::contact)
                                .filter(Objects::nonNull)
                                .toList())
                : Map.of();
    }
}
