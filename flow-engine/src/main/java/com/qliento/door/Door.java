package com.qliento.door;

import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import org.springframework.util.unit.DataSize;

/**
 * A way in that a feature opens: a bean of the feature that answers there. All are collected, and the more exact path
 * decides; what nobody declared stays closed to programs, and to people who are not signed in.
 *
 * @param path Ant-style, such as {@code /api/**}
 * @param passage who may pass
 * @param body how much a body may have
 * @param anyHost whether it answers whatever name the request calls this server by, since it tells nothing of anybody
 * @param secretAddress whether who knows an address below it may pass: then no answer and no log repeats one
 */
public record Door(String path, Passage passage, Bounds body, boolean anyHost, boolean secretAddress) {

    /** Said of a body that has more bytes than are taken. */
    public static final ProblemType BODY_TOO_LARGE =
            new ProblemType(ProblemKind.TOO_LARGE, "body-too-large", "The body is too large");

    /** Who may pass. */
    public enum Passage {
        /** Whoever brings their own proof, which the door looks at before anything else; it measures its bodies itself. */
        PROOF_FIRST,
        /** Programs; the feature checks what they bring, and nothing of a browser's session counts. */
        PROGRAMS,
        /** Whom the feature lets in itself, told who is signed in. */
        ASKED_THERE,
        /** Everybody, since it is the same for everybody. */
        EVERYBODY,
        /** Who signed in, as everywhere that nobody declared. */
        SIGNED_IN
    }

    /**
     * How much a body may have; whoever takes it may want less.
     *
     * @param most of its bytes
     * @param withoutQuery whether this holds only for addresses without a query
     */
    public record Bounds(DataSize most, boolean withoutQuery) {

        /** What a screen sends: a flow that was drawn, 2 MB at most, which may double when it is put into a message. */
        public static final Bounds SCREENS = new Bounds(DataSize.ofMegabytes(6), false);

        /** The largest text of a program is a decision's file of 8 MB. */
        public static final Bounds PROGRAMS = new Bounds(DataSize.ofMegabytes(12), false);

        /** WhatsApp takes files up to 100 MB; the rest is what a form puts around them. */
        public static final Bounds FILES = new Bounds(DataSize.ofMegabytes(110), false);
    }

    /** Answers by this server's own names only. */
    public Door(String path, Passage passage, Bounds body) {
        this(path, passage, body, passage == Passage.PROOF_FIRST, false);
    }

    /** The same, by whatever name. */
    public Door byAnyHost() {
        return new Door(path, passage, body, true, secretAddress);
    }

    /** The same, of addresses that are secrets. */
    public Door bySecretAddress() {
        return new Door(path, passage, body, anyHost, true);
    }
}
