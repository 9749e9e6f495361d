package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.Decisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The decision that comes with a sample, as {@code decision.dmn} in its folder. A flow made of the sample decides by it. */
@Component
public class SampleDecisions {

    private final DecisionAuthoring authoring;

    SampleDecisions(DecisionAuthoring authoring) {
        this.authoring = authoring;
    }

    /**
     * Publishes the decision of this sample, its key the sample's; nothing for a sample without, nor when the organisation
     * has a decision of that key already, whatever it says.
     */
    public void bring(Actor actor, String sample) {
        actor.require(Permission.EDIT_FLOWS);
        file(sample).filter(unused -> !known(actor, sample)).ifPresent(dmn -> {
            authoring.save(actor, sample, dmn, null);
            authoring.publish(actor, sample, "", null);
        });
    }

    private boolean known(Actor actor, String key) {
        try {
            return !authoring.get(actor, key).key().isEmpty();
        } catch (Problem unknown) {
            if (unknown.status() == HttpStatus.NOT_FOUND) {
                return false;
            }
            throw unknown;
        }
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
