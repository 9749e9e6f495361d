package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: a draft held against what flows decided. */
@RestController
@RequestMapping("/api/v1/decisions/{key}/rerun")
class DecisionRerunApi {

    private final DecisionRerun rerun;

    DecisionRerunApi(DecisionRerun rerun) {
        this.rerun = rerun;
    }

    /** What the draft would have decided otherwise among the last decisions, 200 unless told; changes nothing. */
    @PostMapping
    Rerun run(Caller caller, @PathVariable String key, @RequestParam(defaultValue = "200") int last) {
        return rerun.run(Actor.program(caller), key, last);
    }
}
