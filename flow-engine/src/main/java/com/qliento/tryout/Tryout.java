package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.media.MediaContent;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Somebody's chat with a draft. Whoever has it may use it: it was given to one whose role allows it. It is over when it
 * is closed, after 15 minutes without a word, or after two hours; then each call throws {@link Problem} that says so.
 * What is said in it is in memory only. Safe for several threads; one call at a time has its effect.
 */
public final class Tryout implements AutoCloseable {

    private static final ProblemType TRY_OVER = new ProblemType(ProblemKind.CONFLICT, "try-over", "The try is over");

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(2);

    /** Bytes that an attached file may have. */
    public static final int LARGEST_FILE = Attachments.LARGEST;

    private static final int LONGEST_TEXT = 4096;
    private static final Duration LONGEST_SKIP = Duration.ofDays(366);

    private final UUID id = UUID.randomUUID();
    private final Stage stage;
    private final Actor actor;
    private final Clock clock;
    private final Runnable closing;
    private final Instant opened;
    private Stage.Piece piece;
    private Play play;
    private Persona persona;
    private final Attachments attachments = new Attachments();
    private volatile Instant used;
    private boolean over;

    Tryout(Stage stage, Actor actor, Stage.Piece piece, Persona persona, Desk desk) {
        this.stage = stage;
        this.actor = actor;
        this.piece = piece;
        this.persona = persona;
        this.clock = desk.clock();
        this.closing = () -> desk.closed().accept(this);
        this.opened = clock.instant();
        this.used = opened;
        this.play = stage.play(piece, persona, opened);
    }

    /** Where tries are kept. */
    record Desk(Clock clock, Consumer<Tryout> closed) {}

    UUID id() {
        return id;
    }

    Actor actor() {
        return actor;
    }

    /** The customer writes. */
    public synchronized TryState say(String text) {
        return hears(new Line.Wrote(play().state().now(), shortened(text), null, null));
    }

    /** The customer taps a button or a row. */
    public synchronized TryState tap(String choice, String title) {
        return hears(new Line.Wrote(play().state().now(), shortened(title), choice, null));
    }

    /** The customer attaches a file without a word; the flow gets what it would get of one: no text. */
    public synchronized TryState media(MediaKind kind, String filename) {
        return hears(new Line.Wrote(play().state().now(), shortened(filename), null, kind));
    }

    /**
     * The customer attaches this file without a word. It is looked at as WhatsApp would, and kept in memory until it is
     * pushed out by others, 10 MB in all, or the try is over.
     *
     * @throws Problem for what WhatsApp does not take, and for more than 5 MB
     */
    public synchronized TryState attach(String filename, byte[] bytes) {
        var now = play().state().now();
        var file = attachments.add(filename, bytes, now).facts();
        return hears(new Line.Wrote(now, shortened(file.name()), null, file.kind(), file.id()));
    }

    /** What the customer attached; empty when it is not kept any more. */
    public synchronized Optional<MediaContent> attached(UUID file) {
        return attachments.find(file);
    }

    /** The system that the flow asks answers this, or fails; throws {@link Problem} when it asks none. */
    public synchronized TryState answer(CallAnswer answer) {
        play().answers(answer);
        return play.state();
    }

    /** Plays this step of a chat; nothing for a reply. */
    public synchronized TryState play(CaseStep step) {
        step.play(play());
        return play.state();
    }

    private TryState hears(Line.Wrote line) {
        play.hears(line);
        return play.state();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** Lets so much time pass, a year at most; timers that are due meanwhile fire. */
    public synchronized TryState skip(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST_SKIP) > 0) {
            throw Problem.invalid("duration", "The clock goes forward, by a year at most.");
        }
        play().skips(duration);
        return play.state();
    }

    /** Lets time pass until the next timer is due, or a call is waited for no longer; nothing when none waits. */
    public synchronized TryState skipToNextTimer() {
        var next = play().state().next();
        return next == null ? play.state() : skip(next.in());
    }

    /** Begins anew, with the draft as it is saved now; throws {@link Problem} when that has errors. */
    public synchronized TryState restart() {
        play().close();
        attachments.forget();
        if (stage.outdated(actor, piece)) {
            var newer = stage.set(actor, piece.version().flowKey());
            stage.clear(piece);
            piece = newer;
        }
        play = stage.play(piece, persona, clock.instant());
        return play.state();
    }

    /** Begins anew as another customer. */
    public synchronized TryState playAs(Persona other) {
        persona = other;
        return restart();
    }

    /** Whether the draft has been changed since this try began. */
    public synchronized boolean outdated() {
        return stage.outdated(actor, piece);
    }

    /** What the flow is called, as drawn; its key when it has no name. */
    public synchronized String flowName() {
        var name = piece.model().name();
        return name.isBlank() ? piece.version().flowKey() : name;
    }

    /** What people call this element: its name as drawn, else its block's, else the name of what it leads to. */
    public synchronized String called(String element, Locale locale) {
        var model = piece.model();
        var name = model.nameOf(element);
        if (!name.isBlank()) {
            return name;
        }
        var block = model.blocks().get(element);
        if (block != null) {
            return block.block().label(locale);
        }
        var ways = model.ways(element);
        return ways.isEmpty() || ways.get(0).target().equals(element)
                ? element
                : model.blocks().containsKey(ways.get(0).target())
                        ? called(ways.get(0).target(), locale)
                        : element;
    }

    /** The try as it is now. */
    public synchronized TryState state() {
        return play().state();
    }

    private Play play() {
        actor.require(Permission.BUILD);
        if (over) {
            throw TRY_OVER.because(
                    "This try was closed, because nothing was said for 15 minutes or because it ran for two hours."
                            + " Begin it again.");
        }
        used = clock.instant();
        return play;
    }

    /** Whether it has been left alone for long enough to be closed. */
    boolean left(Instant now) {
        return !used.plus(IDLE).isAfter(now) || !opened.plus(LONGEST).isAfter(now);
    }

    /** Ends it and takes all of it away; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (over) {
            return;
        }
        over = true;
        attachments.forget();
        closing.run();
        play.close();
        stage.clear(piece);
    }

    @Override
    public String toString() {
        return "Tryout[" + id + "]";
    }
}
