package com.qliento.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.channel.ChannelId;
import com.qliento.event.Events;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.run.RunWish;
import com.qliento.run.Runs;
import com.qliento.start.FlowStarts;
import com.qliento.start.StartWish;
import com.qliento.vault.SubjectId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What triggers do with what came: a flow begins for somebody or about nobody, or one that waits is told. */
@Component
class HookDeeds {

    private final FlowStarts starts;
    private final Runs runs;
    private final Events events;

    HookDeeds(FlowStarts starts, Runs runs, Events events) {
        this.starts = starts;
        this.runs = runs;
        this.events = events;
    }

    /** What was done, and whom it is about: a run is about itself. */
    record Done(String outcome, @Nullable UUID start, SubjectId about) {}

    /** Does it in the open transaction of the organisation. Throws {@link Problem} for what can't be done. */
    Done does(OrganisationId organisation, Trigger trigger, JsonNode sent) {
        if (trigger.tells()) {
            var told = events.tell(organisation, happened(trigger, sent));
            return told.isEmpty()
                    ? new Done(HookDelivery.NOBODY_WAITS, null, new SubjectId(organisation.value()))
                    : new Done(
                            HookDelivery.TOLD, null, new SubjectId(told.get(0).contact()));
        }
        if (trigger.mapping().phone() != null) {
            var begun = starts.begin(organisation, wish(trigger, sent));
            return new Done(
                    HookDelivery.STARTED, begun.id(), new SubjectId(begun.lane().contact()));
        }
        var run = runs.begin(organisation, run(trigger, sent));
        return new Done(HookDelivery.STARTED, run, new SubjectId(run));
    }

    /** Throws {@link Problem} as {@link #does} would; nothing is done. Gives whether a flow waits for it. */
    boolean check(OrganisationId organisation, Trigger trigger, JsonNode sent) {
        if (trigger.tells()) {
            return events.awaited(organisation, happened(trigger, sent));
        }
        if (trigger.mapping().phone() == null) {
            runs.check(organisation, run(trigger, sent));
        } else {
            var unused = starts.check(organisation, wish(trigger, sent));
        }
        return false;
    }

    private static Events.Happened happened(Trigger trigger, JsonNode sent) {
        var mapping = trigger.mapping();
        if (mapping.referenceOf(sent).isEmpty()) {
            throw Problem.invalid(
                    "reference",
                    "There is nothing at " + mapping.reference()
                            + ", where the trigger looks for what a flow waits for.");
        }
        return new Events.Happened(mapping.referenceOf(sent), mapping.told(sent));
    }

    private static RunWish run(Trigger trigger, JsonNode sent) {
        var cause = new RunWish.Cause("trigger", trigger.id());
        return new RunWish(trigger.flowKey(), trigger.mapping().valuesOf(sent), cause);
    }

    private static StartWish wish(Trigger trigger, JsonNode sent) {
        var phone = trigger.mapping().phoneOf(sent);
        if (phone.isBlank()) {
            throw Problem.invalid(
                    "phone",
                    "There is no number at " + trigger.mapping().phone()
                            + ", where the trigger looks for whom this is.");
        }
        var channel = trigger.channel();
        return new StartWish(
                trigger.flowKey(),
                phone,
                null,
                channel == null ? null : new ChannelId(channel),
                trigger.mapping().valuesOf(sent),
                trigger.whenBusy());
    }
}
