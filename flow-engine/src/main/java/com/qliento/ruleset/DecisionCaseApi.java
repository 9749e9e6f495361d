package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: test cases of decisions. */
@RestController
@RequestMapping("/api/v1/decisions/{key}/cases")
class DecisionCaseApi {

    /** A case to keep. */
    record NewCase(
            @Nullable String name,
            @Nullable Map<String, Object> inputs,
            @Nullable Map<String, Object> expected) {

        /** Shows no value. */
        @Override
        public String toString() {
            return "NewCase";
        }
    }

    private final DecisionCases cases;

    DecisionCaseApi(DecisionCases cases) {
        this.cases = cases;
    }

    @GetMapping
    Page<DecisionCase> list(Caller caller, @PathVariable String key) {
        return new Page<>(cases.list(Actor.program(caller), key), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DecisionCase add(Caller caller, @PathVariable String key, @RequestBody NewCase request) {
        if (request.name() == null || request.inputs() == null || request.expected() == null) {
            throw Problem.invalid("name", "A test case has a 'name', 'inputs' and what is 'expected'.");
        }
        return cases.add(Actor.program(caller), key, request.name(), request.inputs(), request.expected());
    }

    /** Decides about all of them by the draft. */
    @PostMapping("/run")
    CaseRun run(Caller caller, @PathVariable String key) {
        return cases.run(Actor.program(caller), key);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String key, @PathVariable String id) {
        cases.delete(Actor.program(caller), key, Limit.id("id", id));
    }
}
