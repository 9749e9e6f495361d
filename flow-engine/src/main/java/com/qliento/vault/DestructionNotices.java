package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what other nodes tell about destroyed keys, by {@code NOTIFY} on {@link #CHANNEL} of the main database. A
 * lost notice does no lasting harm: a key stays in memory for 60 seconds at most.
 */
public class DestructionNotices {

    /** The channel to {@code LISTEN} on. */
    public static final String CHANNEL = "qliento_vault";

    private static final Logger LOG = LoggerFactory.getLogger(DestructionNotices.class);

    private final SubjectKeys subjects;
    private final HourKeys hours;

    DestructionNotices(SubjectKeys subjects, HourKeys hours) {
        this.subjects = subjects;
        this.hours = hours;
    }

    /** Forgets what the notice names, on this node. Never throws: a notice that can't be read is logged and left. */
    public void heard(String notice) {
        String[] words = notice.split(" ", -1);
        try {
            var organisation = OrganisationId.of(words[1]);
            switch (words[0]) {
                case "subject" -> forget(organisation, new SubjectId(UUID.fromString(words[2])));
                case "hours" -> hours.forgetBefore(organisation, new ReceiptHour(Integer.parseInt(words[2])));
                default -> LOG.warn("A notice on channel {} is of a kind that this version doesn't know.", CHANNEL);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("A notice on channel {} can't be read.", CHANNEL);
        }
    }

    /** From now on, this node treats the subject as erased. */
    public void forget(OrganisationId organisation, SubjectId subject) {
        subjects.forget(organisation, subject);
    }

    static String ofSubject(OrganisationId organisation, SubjectId subject) {
        return "subject " + organisation + " " + subject;
    }

    static String ofHoursBefore(OrganisationId organisation, ReceiptHour floor) {
        return "hours " + organisation + " " + floor.sinceEpoch();
    }
}
