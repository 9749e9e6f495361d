package com.qliento.conversation;

import com.qliento.block.Names;
import com.qliento.block.TapId;
import com.qliento.call.CallRequest;
import com.qliento.call.Expectation;
import com.qliento.connector.whatsapp.Address;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.connector.whatsapp.OutboundMessage;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.customer.Correspondent;
import com.qliento.conversation.limit.StepLimits;
import com.qliento.conversation.offer.MarkedChoices;
import com.qliento.conversation.offer.OnOffer;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.conversation.told.StepNews;
import com.qliento.database.TimeOrderedId;
import com.qliento.outbox.Outgoing;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.feel.ClockValues;
import com.qliento.ruleset.LiveDecisions;
import com.qliento.ruleset.RealDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of one conversation while it happens: what the customer wrote, what the flow says to it, where it comes to
 * stand. Lives as long as its transaction, on one thread.
 */
public final class Step {

    private final Conversation conversation;
    private final Instant now;
    private final ClockValues clock;
    private final Answers answers;
    private final Correspondent customer;
    private final List<String> path = new ArrayList<>();
    private final StepWork work = new StepWork();
    private final StepLimits limits = new StepLimits();
    private final StepNews news = new StepNews();
    private int wrongAnswers;
    private @Nullable Incoming incoming;
    private FlowPosition position;
    private @Nullable String definitionId;
    private Instant windowUntil;
    private @Nullable Instant fallbackUntil;
    private @Nullable OnOffer onOffer;
    private @Nullable RehearsalWatch watch;
    private @Nullable UUID expectedBefore;

    /** @param zone the organisation's, by which {@code now} and {@code today} are */
    Step(Conversation conversation, Answers answers, Correspondent customer, Instant now, ZoneId zone) {
        this.conversation = conversation;
        this.answers = answers;
        this.customer = customer;
        this.now = now;
        this.clock = ClockValues.at(now, zone);
        this.position = conversation.position();
        this.definitionId = position.definitionId();
        this.windowUntil = conversation.windowUntil();
        this.fallbackUntil = conversation.fallbackUntil();
        this.onOffer = conversation.onOffer();
        this.expectedBefore = position.callId();
    }

    /** Tells this one what happens. */
    void watchedBy(RehearsalWatch aWatch) {
        watch = aWatch;
    }

    public Conversation conversation() {
        return conversation;
    }

    /** When the step is; the same for all of it. */
    public Instant now() {
        return now;
    }

    /** The flow that runs; empty when none does. */
    public String flowKey() {
        return Objects.requireNonNullElse(position.flowKey(), "");
    }

    /** What {@code now} and {@code today} are. */
    ClockValues clock() {
        return clock;
    }

    /** The customer wrote: this opens their 24-hour window anew. */
    void hears(Incoming message) {
        incoming = message;
        var until = message.writtenAt().plus(Duration.ofHours(24));
        windowUntil = until.isAfter(windowUntil) ? until : windowUntil;
    }

    /** What the customer wrote last, as text; empty when neither this step nor a call asked for since knows it. */
    public String text() {
        return incoming != null ? incoming.text() : answers.get(Names.ANSWER) instanceof String text ? text : "";
    }

    /** The id of what they tapped; null when they wrote. */
    @Nullable
    String choice() {
        return incoming != null ? incoming.choice() : answers.get(Names.CHOICE) instanceof String id ? id : null;
    }

    /** The message that brought this step about; null when time did. */
    @Nullable
    public Incoming incoming() {
        return incoming;
    }

    /** Whether a tap on this answers what is offered now. */
    public boolean takes(TapId tap) {
        return onOffer != null && onOffer.takes(tap);
    }

    /** What is offered to tap; null when nothing was since the flow began. */
    @Nullable
    OnOffer onOffer() {
        return onOffer;
    }

    /** The language known of the customer, as a tag; null when none is. */
    @Nullable
    public String language() {
        return customer.person().language();
    }

    /** The values an expression may use, by name; read when asked for. */
    public Map<String, Object> values() {
        return new StepValues(this, answers, customer);
    }

    /**
     * Sends a message, made to fit what WhatsApp takes: what is too long is cut, an empty choice is left out. One of
     * which nothing is left is not sent. The trace says so.
     */
    public void say(@Nullable String element, OutboundContent content) {
        var looks = MarkedChoices.looks(content);
        if (!looks.isEmpty()) {
            onOffer = OnOffer.next(onOffer, now).showing(looks);
        }
        send(element, content, false, looks);
    }

    /** Sends a question: what was offered before the customer's last answer does not answer it. */
    public void ask(String element, OutboundContent content) {
        onOffer = OnOffer.next(onOffer, now);
        send(element, content, true, MarkedChoices.looks(content));
    }

    private void send(@Nullable String element, OutboundContent whole, boolean question, String looks) {
        var content = onOffer == null || looks.isEmpty() ? whole : MarkedChoices.in(onOffer, question, looks, whole);
        var fitted = MessageLimits.fit(content);
        boolean empty = !MessageLimits.check(fitted.content()).isEmpty();
        if (fitted.cut().stream().anyMatch(problem -> problem.kind().tooMuch())) {
            happened(element, "cut");
        }
        if (!empty && fitted.cut().stream().anyMatch(problem -> !problem.kind().tooMuch())) {
            happened(element, "left-out");
        }
        if (empty) {
            happened(element, "empty");
        }
        var id = TimeOrderedId.at(now);
        var json = new OutboundMessage(address(), fitted.content(), null, id.toString()).toJson();
        if (watch != null && empty) {
            watch.unsaid(element);
        } else if (watch != null) {
            watch.said(element, fitted);
        }
        boolean reply = incoming != null;
        work.says(new Outgoing(id, conversation.lane(), element, json, windowUntil, now, reply, customer.use(), empty));
    }

    private void happened(@Nullable String element, String what) {
        note(element == null ? what : element + ":" + what);
    }

    private Address address() {
        return incoming != null && !conversation.moved() ? incoming.from() : customer.address();
    }

    /** Decided by a table; told to nobody but kept for those who change it. */
    public void decided(LiveDecisions.Found by, Map<String, @Nullable Object> given, Decided result) {
        var lane = conversation.lane();
        work.decided(RealDecision.of(
                new RealDecision.Source(lane.organisation(), conversation.id(), lane.contact()),
                by,
                now,
                given,
                result));
    }

    /** Keeps an answer under the name the block gives, if it gives one. */
    public void answer(BlockParameters block, @Nullable Object value) {
        var name = block.text("name").strip();
        if (watch != null) {
            watch.kept(block.element(), name, value);
        }
        if (!name.isEmpty()) {
            answers.put(name, value, flowKey(), block.element());
        }
        if (block.block().asks()) {
            news.answered(position.flowKey(), block.element(), name, value);
        }
    }

    /** Counts an answer that could not be used; how many there were to this question. */
    public int wrongAnswer() {
        if (watch != null) {
            watch.misunderstood(Objects.requireNonNullElse(position.element(), ""));
        }
        note(Objects.requireNonNullElse(position.element(), "") + ":again");
        return ++wrongAnswers;
    }

    /**
     * The flow comes to this element of this version.
     *
     * @param inside the blocks that started this flow inside others, as a trace has them; empty for a conversation's own
     */
    void enters(String definitionId, String inside, String element) {
        note(inside + element);
        limits.comesTo(
                (int) inside.chars().filter(one -> one == Visit.SEPARATOR).count());
        if (watch != null) {
            watch.entered(definitionId, element, values());
        }
    }

    /**
     * Asks another system, once this step is durable; the block then says {@link Outcome#CALL}. What it comes to is told
     * to {@link BlockAction#returned}.
     */
    public void asks(String element, CallRequest request) {
        work.asks(request.by(conversation.caller(element).of(Visit.ownFlow(path, flowKey())), now));
        if (watch != null) {
            watch.asked(element, request);
        }
    }

    /** Expects something elsewhere, told to {@link BlockAction#returned} as a call is; the block says {@link Outcome#WAIT}. */
    public void expects(String element, Expectation expectation) {
        work.expects(expectation.by(conversation.caller(element), now));
        if (watch != null) {
            watch.expected(element, expectation);
        }
    }

    /** Has this written with the step, in its order; not while a flow is rehearsed, which is told of it. */
    public void does(String element, BlockAction.Deed deed) {
        if (watch != null) {
            watch.did(element, deed);
        } else {
            work.does(deed);
        }
        customer.says(deed.permits());
    }

    Correspondent customer() {
        return customer;
    }

    /** The flow waits at this element for what it asked another system. */
    void awaitsCall(String executionId, String element) {
        var call = Objects.requireNonNull(work.asked(), "the block asked nothing");
        position = position.calling(executionId, element, call.id());
        if (incoming != null) {
            answers.words(incoming.text(), incoming.choice(), flowKey());
        }
    }

    /** The flow goes on with what the call came to, or with what it expected. */
    void returns() {
        work.hearsOfCall();
        if (position.state() == FlowPosition.State.ASKING) {
            taken();
        }
        runs();
    }

    /** The flow waits for the customer at this element, and for what the block expects, now or since an earlier step. */
    void awaits(String executionId, String element) {
        answers.words(null, null, flowKey());
        var since = element.equals(conversation.position().element()) ? expectedBefore : null;
        var expected = work.expected() == null ? since : work.expected().id();
        position = position.asking(executionId, element, wrongAnswers, expected);
    }

    /** A flow begins. */
    void begins(String flowKey, String definitionId) {
        position = FlowPosition.starting(flowKey, definitionId);
        this.definitionId = definitionId;
        news.begun(flowKey);
    }

    /** The instance that {@link #begins} started has this id. */
    void runsAs(String instanceId) {
        position = position.in(instanceId);
    }

    /** The flow moves on from where it waited. */
    void runs() {
        wrongAnswers = position.wrongAnswers();
        position = position.running();
    }

    /** Time moves the flow on, also from a question that nobody answered. */
    void timeIsUp() {
        if (position.state() == FlowPosition.State.ASKING) {
            taken();
        }
        runs();
    }

    /** The customer's tap or words were taken for what was offered. */
    void taken() {
        onOffer = onOffer == null ? null : onOffer.asTaken();
    }

    /** The question has its answer: tries to the next one are counted anew, and what it expected is not expected by that. */
    void answered() {
        wrongAnswers = 0;
        expectedBefore = null;
    }

    /** The flow has ended; the next message may start another. One that has ended does not end again. */
    void ends(StepNews.Ending how) {
        news.ended(position.flowKey(), how);
        position = FlowPosition.FREE;
        onOffer = null;
        answers.clear();
    }

    void saysFallback() {
        fallbackUntil = now.plus(Duration.ofHours(24));
    }

    boolean fallbackDue() {
        return fallbackUntil == null || !fallbackUntil.isAfter(now);
    }

    /** Adds to the trace: an element's id, or its id, a colon and what happened. */
    public void note(String what) {
        path.add(what);
    }

    FlowPosition position() {
        return position;
    }

    /** The version that this step went through, also when it has ended; null when none ran. */
    @Nullable
    String definitionId() {
        return definitionId;
    }

    Instant windowUntil() {
        return windowUntil;
    }

    @Nullable
    Instant fallbackUntil() {
        return fallbackUntil;
    }

    Answers answers() {
        return answers;
    }

    /** What it leaves to be done when it commits. */
    StepWork work() {
        return work;
    }

    List<String> path() {
        return path;
    }

    StepNews news() {
        return news;
    }
}
