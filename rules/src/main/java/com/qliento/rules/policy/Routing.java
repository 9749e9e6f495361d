package com.qliento.rules.policy;

import org.jspecify.annotations.Nullable;

/**
 * Who gets a message and by which rule.
 *
 * @param rule null when no rule had anything to say: nobody gets it
 */
public record Routing(Heard.Route route, @Nullable PolicyRule rule) {

    /** Takes what the first rule says, as rules are asked in order. */
    public static final class Findings {

        private Heard.Route route = Heard.Route.NOBODY;
        private @Nullable PolicyRule rule;

        Findings() {}

        public void to(Heard.Route chosen, String by) {
            if (rule == null) {
                route = chosen;
                rule = new PolicyRule(by);
            }
        }

        Routing routing() {
            return new Routing(route, rule);
        }
    }
}
