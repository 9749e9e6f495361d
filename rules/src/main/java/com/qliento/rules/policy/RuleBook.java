package com.qliento.rules.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;

/** The rules of {@code *.drl}, ready to decide. Only the platform's own files come here, never a tenant's. */
final class RuleBook {

    /** A file of rules and the name by which its rules know what they find. */
    enum Policy {
        SEND("sending"),
        ROUTE("routing"),
        PLAN("entitlement"),
        RETENTION("keeping"),
        DEADLINE("due"),
        ABUSE("signals");

        private final String findings;

        Policy(String findings) {
            this.findings = findings;
        }

        String findings() {
            return findings;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No policy has as many rules: one that fires again and again is a mistake in a file. */
    private static final int MOST_FIRED = 100;

    private final KieBase base;

    RuleBook() {
        this(CompiledRules.built());
    }

    RuleBook(CompiledRules rules) {
        base = KieBaseBuilder.createKieBaseFromModel(rules.models());
    }

    /** Ids of all rules. */
    List<String> rules() {
        return base.getKiePackages().stream()
                .flatMap(rules -> rules.getRules().stream())
                .map(Rule::getName)
                .sorted()
                .toList();
    }

    /** Puts facts to a policy; what its rules find is in the findings afterwards. Other policies know no such facts. */
    <F> F decide(Policy policy, F findings, Collection<?> facts) {
        KieSession session = base.newKieSession();
        try {
            session.setGlobal(policy.findings(), findings);
            facts.forEach(session::insert);
            session.fireAllRules(MOST_FIRED);
            return findings;
        } finally {
            session.dispose();
        }
    }
}
