package com.qliento.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Actor;
import com.qliento.channel.ChannelId;
import com.qliento.contact.ContactId;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.run.RunWish;
import com.qliento.run.Runs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: flows begun for somebody. */
@RestController
@RequestMapping("/api/v1/flows/{key}/start")
class FlowStartApi {

    /**
     * For whom, on which number, with what; and what happens while another flow runs: wait, interrupt or skip. A flow about
     * nobody begins with values alone.
     */
    record Request(
            @Nullable String phone,
            @Nullable String contact,
            @Nullable String channel,
            @Nullable JsonNode values,
            @Nullable String whenBusy) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    /** What was taken, by which it can be asked after: a run under {@code /api/v1/runs}. */
    record Begun(UUID id) {}

    private final FlowStarts starts;
    private final Runs runs;
    private final RunningFlows flows;

    FlowStartApi(FlowStarts starts, Runs runs, RunningFlows flows) {
        this.starts = starts;
        this.runs = runs;
        this.flows = flows;
    }

    @PostMapping
    ResponseEntity<Begun> begin(Caller caller, @PathVariable String key, @RequestBody Request request) {
        if (request.phone() == null && request.contact() == null && flows.aboutNobody(caller.organisation(), key)) {
            var wish = new RunWish(key, StartWish.values(request.values()), RunWish.Cause.PROGRAM);
            return ResponseEntity.accepted().body(new Begun(runs.begin(Actor.program(caller), wish)));
        }
        if ((request.phone() == null) == (request.contact() == null)) {
            throw Problem.invalid("phone", "Name whom it is for: either 'phone' or 'contact'.");
        }
        var wish = new StartWish(
                key,
                request.phone(),
                request.contact() == null ? null : new ContactId(Limit.id("contact", request.contact())),
                request.channel() == null ? null : new ChannelId(Limit.id("channel", request.channel())),
                StartWish.values(request.values()),
                StartWish.whenBusy(request.whenBusy()));
        return ResponseEntity.accepted()
                .body(new Begun(starts.begin(Actor.program(caller), wish).id()));
    }
}
