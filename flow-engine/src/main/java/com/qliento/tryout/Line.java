package com.qliento.tryout;

import com.qliento.call.Calls;
import com.qliento.connector.whatsapp.LimitProblem;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.OutboundContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a try's chat. No line shows content in its text. */
public sealed interface Line {

    /** When, by the clock of the try. */
    Instant at();

    /** Calls the method for this kind of line. */
    <R> R accept(Cases<R> cases);

    /**
     * One method for each kind.
     *
     * @param <R> what is made of it
     */
    interface Cases<R> {
        R wrote(Wrote line);

        R said(Said line);

        R asked(Asked line);

        R answered(Answered line);

        R note(Note line);
    }

    /**
     * The customer wrote, tapped, or attached something.
     *
     * @param text what they wrote, the title of what they tapped, or the name of the file
     * @param choice the id of what they tapped; null when they did not
     * @param media what they attached; null when they did not
     * @param file by which {@link Tryout#attached} has its bytes; null when a file was only spoken of
     */
    record Wrote(
            Instant at,
            String text,
            @Nullable String choice,
            @Nullable MediaKind media,
            @Nullable UUID file) implements Line {

        Wrote(Instant at, String text, @Nullable String choice, @Nullable MediaKind media) {
            this(at, text, choice, media, null);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.wrote(this);
        }

        @Override
        public String toString() {
            return "Wrote";
        }
    }

    /**
     * The flow said something.
     *
     * @param element the block that said it; null when it belongs to a flow that this one starts, or to no block
     * @param changes what was too long and has been shortened, or was empty and has been left out
     * @param late whether WhatsApp would refuse it, 24 hours after the customer's last message
     */
    record Said(Instant at, @Nullable String element, OutboundContent content, List<LimitProblem> changes, boolean late)
            implements Line {

        public Said {
            changes = List.copyOf(changes);
        }

        /** Whether it was too long and has been shortened. */
        public boolean cut() {
            return changes.stream().anyMatch(change -> change.kind().tooMuch());
        }

        /** Whether part of it was empty, which WhatsApp refuses, and has been left out. */
        public boolean leftOut() {
            return changes.stream().anyMatch(change -> !change.kind().tooMuch());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.said(this);
        }
    }

    /**
     * The flow asks another system, and waits. Nobody is asked: whoever tries it says what is answered.
     *
     * @param element the block that asks; null when it belongs to a flow that this one starts
     * @param target whom, as people name it
     * @param call what would leave, and an answer such as might come
     * @param until when the flow waits no longer
     */
    record Asked(Instant at, @Nullable String element, String target, Calls.Preview call, Instant until)
            implements Line {

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.asked(this);
        }

        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** The other system answered, or the call failed. */
    record Answered(Instant at, @Nullable String element, CallAnswer answer) implements Line {

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.answered(this);
        }

        @Override
        public String toString() {
            return "Answered";
        }
    }

    /**
     * Something that neither said.
     *
     * @param element where; null when that is no element of the flow
     * @param words the words that start the flow, for {@link Kind#NOT_STARTED}; the other flow's key, for
     *     {@link Kind#LEFT}; what was done and more of it, for {@link Kind#DID}
     * @param passed how much time, for {@link Kind#TIME_PASSED}
     */
    record Note(Instant at, Kind kind, @Nullable String element, List<String> words, Duration passed) implements Line {

        /** What happened. */
        public enum Kind {
            /** The message starts this flow not. */
            NOT_STARTED,
            /** The flow needs what was not handed over, told by name: it begins not. */
            INPUT_MISSING,
            /** The flow waits for something else; the message is kept until it asks. */
            KEPT,
            /** The customer's word ended the flow. */
            STOPPED,
            /** The customer's word is the keyword of another flow, whose key is the word told: this one was left for it. */
            LEFT,
            /** The flow came to its end. */
            ENDED,
            /** The clock was moved. */
            TIME_PASSED,
            /** A timer was due. */
            TIMER,
            /** All of a message was empty, so nothing was sent. */
            UNSAID,
            /** A block did something besides talking and asking: here nothing but this line comes of it. */
            DID,
            /** A step failed; for a customer it would be tried again, and then wait for a person. */
            BROKE,
            /** More timers than anybody waits for. */
            TOO_MANY_TIMERS
        }

        static Note of(Instant at, Kind kind, @Nullable String element) {
            return new Note(at, kind, element, List.of(), Duration.ZERO);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.note(this);
        }
    }
}
