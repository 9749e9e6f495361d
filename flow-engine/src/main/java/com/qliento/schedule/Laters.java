package com.qliento.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.contact.ContactId;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.conversation.Step;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.rules.feel.ValueText;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what flows want to begin later, with the step that wants it. */
@Component
class Laters {

    /** So many may be to come for one contact, or about nobody by one flow: one that goes round and round makes no more. */
    static final int MOST = 100;

    private final ScheduleStore store;
    private final ScheduleSeals seals;

    Laters(ScheduleStore store, ScheduleSeals seals) {
        this.store = store;
        this.seals = seals;
    }

    /** Whether there is room for another of this step's contact. */
    boolean hasRoom(Step step) {
        var lane = step.conversation().lane();
        return store.waiting(lane.organisation(), contact(lane), step.flowKey()) < MOST;
    }

    /** Whom a step is for; null for nobody. */
    private static @Nullable UUID contact(Lane lane) {
        return lane.isRun() ? null : lane.contact();
    }

    /**
     * What begins, and when.
     *
     * @param values what it is handed
     */
    record Later(String flowKey, Instant at, ObjectNode values) {

        @Override
        public String toString() {
            return "Later[" + flowKey + "]";
        }
    }

    /** It is written when the step is. */
    void add(String element, Step step, ZonedDateTime now, Later later) {
        step.does(element, new Kept(step.conversation().lane(), step.flowKey(), now, later));
    }

    private final class Kept implements BlockAction.Deed {

        private final Lane lane;
        private final String madeIn;
        private final ZonedDateTime now;
        private final Later later;

        Kept(Lane lane, String madeIn, ZonedDateTime now, Later later) {
            this.lane = lane;
            this.madeIn = madeIn;
            this.now = now;
            this.later = later;
        }

        @Override
        public String kind() {
            return "later";
        }

        @Override
        public List<String> told() {
            return List.of(
                    later.flowKey(),
                    ValueText.shown(later.at().atZone(now.getZone()).toLocalDateTime()));
        }

        @Override
        public void write(RoundTrip trip) {
            var made = now.toInstant();
            var id = TimeOrderedId.at(made);
            var contact = contact(lane);
            var content = contact == null
                    ? seals.ofOrganisation(lane.organisation(), id, later.values())
                    : seals.ofContact(lane.organisation(), id, new ContactId(contact), made, later.values());
            store.insert(
                    trip,
                    lane.organisation(),
                    new KeptSchedule(
                            schedule(id, contact),
                            contact == null ? RunTarget.KIND : ContactTarget.KIND,
                            content,
                            made,
                            now.getZone()));
        }

        private Schedule schedule(UUID id, @Nullable UUID contact) {
            return new Schedule(
                    id,
                    later.flowKey(),
                    later.flowKey(),
                    contact == null ? null : lane.channel(),
                    contact,
                    new Rhythm.Once(later.at()),
                    WhenBusy.WAIT,
                    madeIn,
                    false,
                    later.at(),
                    now.toInstant(),
                    "",
                    null);
        }
    }
}
