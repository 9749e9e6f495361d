package com.qliento.conversation;

import com.qliento.flow.RunningFlows;
import com.qliento.organisation.Organisation;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is said when no flow takes a message. Where it says {@value #WORDS} it tells the words that start flows now. */
@Component
class GeneralReply {

    static final String WORDS = "{{ keywords }}";

    private static final int MOST_WORDS = 10;

    private final RunningFlows flows;

    GeneralReply(RunningFlows flows) {
        this.flows = flows;
    }

    /** The organisation's reply, which it has, to a customer of this number. */
    String text(Organisation organisation, UUID channel) {
        var reply = Objects.requireNonNull(organisation.fallbackReply());
        if (!reply.contains(WORDS)) {
            return reply;
        }
        var words = flows.words(organisation.id(), channel).stream()
                .limit(MOST_WORDS)
                .map(word -> "*" + word + "*")
                .collect(Collectors.joining(", "));
        return reply.replace(WORDS, words).strip();
    }
}
