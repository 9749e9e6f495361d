package com.qliento.policy;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The platform's rules, for people to read. */
@Component
public class PlatformRules {

    /** In the order in which they are shown. */
    private static final List<String> POLICIES = List.of("send", "route", "plan", "retention", "deadline", "abuse");

    /** The rules that something asks today; the others come into force with the feature that asks them. Tests hold it. */
    private static final Set<String> IN_FORCE = Set.of(
            "send.window",
            "send.margin",
            "route.interrupt",
            "route.end-flow",
            "route.end-flow.keyword",
            "route.answered-already",
            "route.answer.offered",
            "route.answer",
            "route.queue",
            "route.keyword",
            "route.any",
            "route.fallback",
            "route.stop",
            "route.start",
            "route.privacy",
            "route.person",
            "retention.message",
            "retention.trace",
            "retention.wish",
            "abuse.guessing");

    private final Policies policies;

    PlatformRules(Policies policies) {
        this.policies = policies;
    }

    /**
     * A rule as it is shown.
     *
     * @param id stable; kept with what was decided
     * @param policy it belongs to: route, send, plan, retention, deadline or abuse
     * @param sentence what it says
     * @param source an article, a document of WhatsApp's, a plan or the organisation's settings
     * @param inForce whether anything is decided by it today
     */
    public record Rule(String id, String policy, String sentence, String source, boolean inForce) {}

    /** Every rule, by policy, in this language; English for any but Spanish and Portuguese. */
    public List<Rule> all(Actor actor, Locale language) {
        actor.require(Permission.LOOK_ON);
        return policies.rules().stream()
                .sorted(Comparator.comparingInt((PolicyRule rule) -> POLICIES.indexOf(rule.policy()))
                        .thenComparing(PolicyRule::id))
                .map(rule -> new Rule(
                        rule.id(),
                        rule.policy(),
                        rule.sentence(language),
                        rule.source(language),
                        IN_FORCE.contains(rule.id())))
                .toList();
    }
}
