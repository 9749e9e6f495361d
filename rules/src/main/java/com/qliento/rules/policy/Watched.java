package com.qliento.rules.policy;

import java.util.ArrayList;
import java.util.List;

/** Counts of what is watched for abuse, over fixed spans, never about what was said. */
public final class Watched {

    private Watched() {}

    /**
     * What one customer's number did.
     *
     * @param lastMinute messages in the last minute
     * @param lastHour messages in the last hour
     * @param links messages of the last hour with a link in them
     * @param alike messages of the last hour with the same text as another
     */
    public record Customer(int lastMinute, int lastHour, int links, int alike) {}

    /**
     * What happened on one of the organisation's numbers in 24 hours.
     *
     * @param reached customers written to
     * @param optOuts customers that said stop
     * @param failed messages that WhatsApp refused as spam or blocked
     */
    public record PhoneNumber(int reached, int optOuts, int failed) {

        /** Stops for each hundred customers reached. */
        public double optOutsPerHundred() {
            return reached == 0 ? 0 : optOuts * 100.0 / reached;
        }
    }

    /**
     * Attempts to sign in to one account, or from one place, in 15 minutes.
     *
     * @param failures wrong passwords
     * @param accounts different accounts tried from this place
     * @param newPlace whether this one succeeded from a network never seen with the account
     */
    public record SignIns(int failures, int accounts, boolean newPlace) {}

    /** What looks like abuse. */
    public static final class Findings {

        private final List<PolicyRule> signals = new ArrayList<>();

        Findings() {}

        public void signal(String rule) {
            signals.add(new PolicyRule(rule));
        }

        List<PolicyRule> signals() {
            return List.copyOf(signals);
        }
    }
}
