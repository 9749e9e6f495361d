package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.Decisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The decision that comes with a sample, as {@code decision.dmn} in its folder. A flow made of the sample decides by it. */
@Component
public class SampleDecisions {

    private final DecisionDrafts drafts;
    private final DecisionPublishing publishing;

    SampleDecisions(DecisionDrafts drafts, DecisionPublishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    /**
     * Publishes the decision of this sample, its key the sample's; nothing for a sample without, nor when the organisation
     * has a decision of that key already, whatever it says.
     */
    public void bring(Actor actor, String sample) {
        actor.require(Permission.BUILD);
        file(sample).filter(unused -> !drafts.knows(actor, sample)).ifPresent(dmn -> {
            drafts.overwrite(actor, sample, dmn);
            publishing.publish(actor, sample, "");
        });
    }

    /** What the decision of this sample will be once it is brought. */
    public static Optional<DecisionModel> of(String sample) {
        return file(sample).map(dmn -> new Decisions().compile(dmn));
    }

    private static Optional<byte[]> file(String sample) {
        var file = new ClassPathResource("samples/" + sample + "/decision.dmn");
        try {
            return file.exists() ? Optional.of(file.getContentAsByteArray()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
