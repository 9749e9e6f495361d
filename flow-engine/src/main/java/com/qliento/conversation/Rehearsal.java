package com.qliento.conversation;

import com.qliento.block.Names;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import com.qliento.contact.Person;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.answer.OpenLock;
import com.qliento.conversation.answer.SealedAnswer;
import com.qliento.conversation.offer.OnOffer;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.engine.Sandboxes;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that is only played: what its row would hold, kept in memory. Not for several threads; shows no content
 * in its text.
 */
public final class Rehearsal {

    private final UUID id = random();
    private final Lane lane;
    private final Person person;
    private final Map<Purpose, Permit> said = new EnumMap<>(Purpose.class);
    private FlowPosition position = FlowPosition.FREE;
    private Map<String, SealedAnswer> answers = Map.of();
    private Instant windowUntil = Instant.MIN;
    private @Nullable OnOffer onOffer;
    private List<String> standsAt = List.of();
    private List<Sandboxes.Timer> timers = List.of();

    /** Nobody's conversation with this person, with no flow running. */
    public Rehearsal(OrganisationId organisation, Person person) {
        this.lane = new Lane(organisation, random(), random());
        this.person = person;
    }

    private static UUID random() {
        var numbers = ThreadLocalRandom.current();
        return new UUID(numbers.nextLong(), numbers.nextLong());
    }

    /** Whether a flow runs. */
    public boolean running() {
        return position.state() != FlowPosition.State.FREE;
    }

    /** Whether the flow waits for the customer. */
    public boolean asking() {
        return position.state() == FlowPosition.State.ASKING;
    }

    /** Whether the flow waits for another system, perhaps besides the customer. */
    public boolean calling() {
        return position.callId() != null;
    }

    /** Until when free text would reach the customer. */
    public Instant windowUntil() {
        return windowUntil;
    }

    /** The elements of the rehearsed flow at which it stands now. */
    public List<String> standsAt() {
        return standsAt;
    }

    /** The timers that wait now, each with the time from when it was set until it is due. */
    public List<Sandboxes.Timer> timers() {
        return timers;
    }

    /** The answers by name, as the next step will read them; empty when the flow has ended. */
    public Map<String, Object> answers() {
        var reader = new Answers(new OpenLock(), answers);
        var values = new LinkedHashMap<String, Object>();
        answers.keySet().stream().filter(name -> !Names.BUILT_IN.contains(name)).forEach(name -> {
            var value = reader.get(name);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** As the one who plays said; of what they did not say, as of somebody of whom nothing is known. */
    Permit may(Purpose purpose) {
        return said.getOrDefault(purpose, purpose.unsaid());
    }

    Lane lane() {
        return lane;
    }

    Person person() {
        return person;
    }

    FlowPosition position() {
        return position;
    }

    @Nullable
    String instance() {
        return position.instanceId();
    }

    /** The conversation as its row would say it. */
    Conversation conversation() {
        return new Conversation(id, lane, position, answers, windowUntil, null, onOffer, false);
    }

    void becomes(Step step, List<String> elements, List<Sandboxes.Timer> waiting) {
        position = step.position();
        answers = new LinkedHashMap<>(step.answers().sealed());
        windowUntil = step.windowUntil();
        onOffer = step.onOffer();
        said.putAll(step.customer().said());
        standsAt = elements;
        timers = waiting;
    }

    void isOver() {
        position = FlowPosition.FREE;
        onOffer = null;
        answers = Map.of();
        standsAt = List.of();
        timers = List.of();
    }

    @Override
    public String toString() {
        return "Rehearsal[" + id + "]";
    }
}
