package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Page;
import com.qliento.tryout.TryState.Status;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: a flow's draft played with what is said, and its test cases. */
@RestController
@RequestMapping("/api/v1/flows/{key}")
class TryApi {

    private static final int MOST_SAID = 100;

    private final Tryouts tryouts;
    private final FlowCases cases;

    TryApi(Tryouts tryouts, FlowCases cases) {
        this.tryouts = tryouts;
        this.cases = cases;
    }

    /** What the customer writes, one message after the other. */
    record Simulate(@Nullable List<String> said, @Nullable Persona persona) {}

    /**
     * What was written, and what the flow replied to it.
     *
     * @param notes what WhatsApp would not take and was therefore shortened, left out or not sent, a sentence each
     */
    record Turn(String said, List<Reply> replies, List<String> notes) {

        @Override
        public String toString() {
            return "Turn";
        }
    }

    /** The chat, and how the flow stands then. */
    record Simulated(Status status, List<Turn> turns, List<String> standsAt) {}

    /** A case to add. */
    record NewCase(
            @Nullable String name,
            @Nullable Persona persona,
            @Nullable List<CaseStep> steps) {}

    /** How the cases went. */
    record Run(boolean passed, List<CaseResult> results) {}

    @PostMapping("/simulate")
    Simulated simulate(Caller caller, @PathVariable String key, @RequestBody Simulate request) {
        var said = request.said();
        if (said == null || said.isEmpty() || said.size() > MOST_SAID) {
            throw Problem.invalid("said", "Name what the customer writes, as 'said': 1 to " + MOST_SAID + " texts.");
        }
        var persona = request.persona() != null
                ? request.persona()
                : Persona.samples().get(0);
        var turns = new ArrayList<Turn>();
        try (var tryout = tryouts.open(Actor.program(caller), key, persona)) {
            int seen = 0;
            int noted = 0;
            for (var text : said) {
                var chat = tryout.say(text).chat();
                var replies = Cases.replies(chat);
                var notes = Changes.of(chat);
                turns.add(new Turn(text, later(replies, seen), later(notes, noted)));
                seen = replies.size();
                noted = notes.size();
            }
            var state = tryout.state();
            return new Simulated(state.status(), turns, state.standsAt());
        }
    }

    private static <T> List<T> later(List<T> all, int seen) {
        return List.copyOf(all.subList(Math.min(seen, all.size()), all.size()));
    }

    @GetMapping("/cases")
    Page<FlowCase> list(Caller caller, @PathVariable String key) {
        return new Page<>(cases.list(Actor.program(caller), key), null);
    }

    @PostMapping("/cases")
    ResponseEntity<FlowCase> add(Caller caller, @PathVariable String key, @RequestBody NewCase request) {
        var made = cases.add(
                Actor.program(caller),
                key,
                request.name() == null ? "" : request.name(),
                request.persona() != null
                        ? request.persona()
                        : Persona.samples().get(0),
                request.steps() == null ? List.of() : request.steps());
        return ResponseEntity.created(URI.create("/api/v1/flows/" + key + "/cases/" + made.id()))
                .body(made);
    }

    @DeleteMapping("/cases/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String key, @PathVariable UUID id) {
        cases.delete(Actor.program(caller), key, id);
        return ResponseEntity.noContent().build();
    }

    /** What the draft replies in this case is right from now on. */
    @PostMapping("/cases/{id}/accept")
    ResponseEntity<Void> accept(Caller caller, @PathVariable String key, @PathVariable UUID id) {
        cases.accept(Actor.program(caller), key, id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/cases/run")
    Run run(Caller caller, @PathVariable String key) {
        var results = cases.runAll(Actor.program(caller), key);
        return new Run(results.stream().allMatch(CaseResult::passed), results);
    }
}
