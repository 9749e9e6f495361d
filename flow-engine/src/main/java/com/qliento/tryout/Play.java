package com.qliento.tryout;

import com.qliento.block.Exit;
import com.qliento.block.Keywords;
import com.qliento.bpmn.StartTrigger;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.contact.Person;
import com.qliento.conversation.Rehearsal;
import com.qliento.conversation.Rehearsals;
import com.qliento.conversation.Rehearsals.Heard;
import com.qliento.flow.LiveFlow;
import com.qliento.problem.Problem;
import com.qliento.tryout.Line.Note;
import com.qliento.tryout.Line.Note.Kind;
import com.qliento.tryout.TryState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One customer and one draft, from the first message on. Does what the runtime does with a message: starts the flow,
 * answers it, keeps what comes while it waits, stops at a stop word. Its clock stands still but for skips. For one thread
 * at a time.
 */
final class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final int MOST_LINES = 500;
    private static final int MOST_TIMERS = 50;

    private final Theatre theatre;
    private final Stage.Piece piece;
    private final Persona persona;
    private final Rehearsal rehearsal;
    private final List<Line> chat = new ArrayList<>();
    private final Deque<Heard> held = new ArrayDeque<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private Instant now;
    private boolean inside;
    private boolean begun;
    private Line.@Nullable Asked asked;

    Play(Theatre theatre, Stage.Piece piece, Persona persona, Instant now) {
        this.theatre = theatre;
        this.piece = piece;
        this.persona = persona;
        this.now = now;
        this.rehearsal = new Rehearsal(
                piece.organisation(), new Person(persona.name(), persona.phone(), null, persona.language()));
    }

    /** The customer does this; their line stands in the chat already as it looks there. */
    void hears(Line.Wrote line) {
        path.clear();
        explanations.clear();
        add(line);
        take(new Heard(line.media() == null ? line.text() : "", line.choice()));
    }

    /** The id of the newest button or row with this title; empty when none was offered. */
    Optional<String> offered(String title) {
        String id = null;
        for (var line : chat) {
            if (line instanceof Line.Said said) {
                id = said.content().accept(new Offered()).getOrDefault(title, id);
            }
        }
        return Optional.ofNullable(id);
    }

    private void take(Heard heard) {
        var other = rehearsal.running() ? other(heard) : Optional.<LiveFlow>empty();
        if (rehearsal.running() && stops(heard) && !offered(heard)) {
            stop(heard);
        } else if (other.isPresent() && !offered(heard)) {
            end();
            add(new Note(now, Kind.LEFT, null, List.of(other.get().key()), Duration.ZERO));
        } else if (rehearsal.asking()) {
            step(heard.text(), notes -> theatre.rehearsals().hear(rehearsal, heard, now, notes));
        } else if (rehearsal.running()) {
            held.add(heard);
            add(Note.of(now, Kind.KEPT, null));
        } else if (starts(heard)) {
            start(heard);
        } else {
            add(new Note(now, Kind.NOT_STARTED, null, startWords(), Duration.ZERO));
        }
    }

    private boolean stops(Heard heard) {
        var word = Keywords.normalise(heard.text());
        return theatre.organisation(piece).stopKeywords().stream()
                .map(Keywords::normalise)
                .anyMatch(word::equals);
    }

    private boolean offered(Heard heard) {
        return theatre.rehearsals().offers(rehearsal, heard, now);
    }

    /** The flow whose keyword this is, if it ends this one. */
    private Optional<LiveFlow> other(Heard heard) {
        boolean own = startWords().contains(Keywords.normalise(heard.text()));
        return own || !trigger().map(StartTrigger::interruptible).orElse(true)
                ? Optional.empty()
                : theatre.other(piece, heard.text());
    }

    private void stop(Heard heard) {
        end();
        add(Note.of(now, Kind.STOPPED, null));
        if (startWords().contains(Keywords.normalise(heard.text()))) {
            start(heard);
        } else {
            var words = new OutboundContent.Text(theatre.organisation(piece).stopReply(), false);
            add(new Line.Said(now, null, words, List.of(), false));
        }
    }

    private boolean starts(Heard heard) {
        return trigger().map(start -> start.any() || start.called()).orElse(false)
                || startWords().contains(Keywords.normalise(heard.text()));
    }

    private Optional<StartTrigger> trigger() {
        return piece.model().start();
    }

    List<String> startWords() {
        return trigger().map(one -> List.copyOf(new TreeSet<>(one.keywords()))).orElse(List.of());
    }

    private void start(Heard heard) {
        Map<String, Object> given;
        try {
            given = trigger().map(StartTrigger::called).orElse(false)
                    ? GivenJson.values(piece.model().inputs(), heard.text())
                    : Map.of();
        } catch (Problem lacking) {
            var missing = String.valueOf(lacking.more().get("missing"));
            add(new Note(now, Kind.INPUT_MISSING, null, List.of(missing), Duration.ZERO));
            return;
        }
        begun = true;
        inside = true;
        answers.clear();
        var version = piece.version();
        step(heard.text(), notes -> theatre.rehearsals()
                .start(rehearsal, version, new Rehearsals.Begun(heard, given), now, notes));
    }

    private interface Work {
        void run(StepNotes notes);
    }

    /** A message opens the 24-hour window anew. */
    private void step(String heard, Work work) {
        step(heard, Instant.MAX, work);
    }

    private void step(String heard, Instant freeUntil, Work work) {
        var moment = new StepNotes.Moment(now, freeUntil);
        var notes = new StepNotes(piece, theatre, moment, heard, inside);
        try {
            work.run(notes);
        } catch (RuntimeException | Error broke) {
            LOG.info(
                    "A try of flow {} broke: {}",
                    piece.version().flowKey(),
                    broke.getClass().getSimpleName());
            end();
            add(Note.of(now, Kind.BROKE, notes.last()));
            return;
        }
        notes.lines().forEach(this::add);
        path.addAll(notes.path());
        explanations.addAll(notes.explanations());
        answers.putAll(notes.kept());
        inside = notes.inside();
        settle();
    }

    private void settle() {
        rememberTimers();
        if (!rehearsal.running()) {
            add(Note.of(now, Kind.ENDED, null));
        } else {
            answers.putAll(rehearsal.answers());
        }
        if (!held.isEmpty() && (rehearsal.asking() || !rehearsal.running())) {
            take(held.remove());
        }
    }

    private void rememberTimers() {
        var known = new HashMap<>(due);
        due.clear();
        rehearsal
                .timers()
                .forEach(timer -> due.put(timer.id(), known.getOrDefault(timer.id(), now.plus(timer.after()))));
    }

    private void end() {
        held.clear();
        due.clear();
        theatre.rehearsals().stop(rehearsal);
    }

    /** Time passes; timers that are due meanwhile fire, each at its time. */
    void skips(Duration duration) {
        path.clear();
        explanations.clear();
        add(new Note(now, Kind.TIME_PASSED, null, List.of(), duration));
        var until = now.plus(duration);
        int fired = 0;
        for (var due = nextDue(); due != null && !due.isAfter(until); due = nextDue()) {
            if (fired++ == MOST_TIMERS) {
                add(Note.of(now, Kind.TOO_MANY_TIMERS, null));
                return;
            }
            now = due;
            timeIsUp();
        }
        now = until;
    }

    /** When time is up for a timer or for a call that nobody answers. */
    private @Nullable Instant nextDue() {
        var timer = nextTimer();
        var call = calling();
        if (call == null || (timer != null && timer.getValue().isBefore(call.until()))) {
            return timer == null ? null : timer.getValue();
        }
        return call.until();
    }

    private void timeIsUp() {
        var call = calling();
        var timer = nextTimer();
        if (call != null && !call.until().isAfter(now)) {
            give(call, CallAnswer.fails(Exit.TIMED_OUT.name()));
        } else if (timer != null) {
            fire(timer.getKey());
        }
    }

    /** The call whose answer the flow waits for; null when it waits for none. */
    Line.@Nullable Asked calling() {
        return rehearsal.calling() ? asked : null;
    }

    /** Another system answers; throws {@link Problem} when the flow waits for none. */
    void answers(CallAnswer answer) {
        path.clear();
        explanations.clear();
        var call = calling();
        if (call == null) {
            throw Problem.invalid("answer", "The flow waits for no other system here, so there is nothing to answer.");
        }
        give(call, answer);
    }

    private void give(Line.Asked call, CallAnswer answer) {
        add(new Line.Answered(now, call.element(), answer));
        step("", rehearsal.windowUntil(), notes -> theatre.rehearsals()
                .returned(rehearsal, answer.outcome(), now, notes));
    }

    private void fire(String timer) {
        add(Note.of(now, Kind.TIMER, element(timer)));
        step("", rehearsal.windowUntil(), notes -> theatre.rehearsals().fire(rehearsal, timer, now, notes));
    }

    private Map.@Nullable Entry<String, Instant> nextTimer() {
        return due.entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .orElse(null);
    }

    private @Nullable String element(String timer) {
        return rehearsal.timers().stream()
                .filter(one -> one.id().equals(timer))
                .findFirst()
                .map(one -> one.element())
                .orElse(null);
    }

    private void add(Line line) {
        if (chat.size() == MOST_LINES) {
            chat.remove(0);
        }
        chat.add(line);
        if (line instanceof Line.Asked call) {
            asked = call;
        }
    }

    /** Ends what runs and forgets all. */
    void close() {
        end();
        chat.clear();
        asked = null;
        answers.clear();
        explanations.clear();
    }

    TryState state() {
        return new TryState(
                status(),
                persona,
                startWords(),
                List.copyOf(chat),
                rehearsal.standsAt(),
                List.copyOf(path),
                new LinkedHashMap<>(answers),
                List.copyOf(explanations),
                now,
                next());
    }

    private Status status() {
        if (!rehearsal.running()) {
            return begun ? Status.ENDED : Status.QUIET;
        }
        return rehearsal.calling() ? Status.CALLING : rehearsal.asking() ? Status.ASKING : Status.WAITING;
    }

    private TryState.@Nullable NextTimer next() {
        var due = nextDue();
        var timer = nextTimer();
        var call = calling();
        if (due == null) {
            return null;
        }
        var element = call != null && due.equals(call.until())
                ? call.element()
                : timer == null ? null : element(timer.getKey());
        return new TryState.NextTimer(element, Duration.between(now, due));
    }
}
