package com.qliento.rules.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;

/**
 * The rules of {@code *.drl}, compiled together once. Compiling takes a second or two. Only the
 * platform's own files come here, never a tenant's.
 */
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
        KieServices drools = KieServices.get();
        KieFileSystem files = drools.newKieFileSystem();
        for (Policy policy : Policy.values()) {
            String name = policy.file();
            files.write("src/main/resources/com/qliento/rules/policy/" + name + "/" + name + ".drl", text(name));
        }
        ClassLoader loader = RuleBook.class.getClassLoader();
        KieBuilder builder = drools.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Level.ERROR)) {
            throw new IllegalStateException(
                    "rules can't be compiled: " + builder.getResults().getMessages(Level.ERROR));
        }
        base = drools.newKieContainer(builder.getKieModule().getReleaseId(), loader)
                .getKieBase();
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

    private static String text(String policy) {
        try (InputStream in = RuleBook.class.getResourceAsStream(policy + ".drl")) {
            return new String(Objects.requireNonNull(in, policy).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(policy, unreadable);
        }
    }
}
