package com.qliento.run;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: runs, and what they answered. */
@RestController
@RequestMapping("/api/v1/runs")
class RunApi {

    private final Runs runs;

    RunApi(Runs runs) {
        this.runs = runs;
    }

    /** Newest first, without answers. */
    @GetMapping
    Page<Run> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String flow,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var of = cause == null ? null : Limit.id("cause", cause);
        var rows = runs.page(Actor.program(caller), flow, of, Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, run -> run.id().toString());
    }

    @GetMapping("/{id}")
    Run get(Caller caller, @PathVariable String id) {
        return runs.get(Actor.program(caller), Limit.id("id", id));
    }

    /** The elements that it came through, step by step; no content. */
    @GetMapping("/{id}/trace")
    Page<Run.Way> trace(Caller caller, @PathVariable String id) {
        return new Page<>(runs.way(Actor.program(caller), Limit.id("id", id)), null);
    }
}
