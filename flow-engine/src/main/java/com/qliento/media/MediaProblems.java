package com.qliento.media;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;

/** Why a file is not kept. */
public final class MediaProblems {

    private static final String TITLE = "The file can't be used";

    /** It is empty. */
    public static final ProblemType EMPTY = new ProblemType(ProblemKind.INVALID, "media-empty", TITLE);

    /** WhatsApp takes no such file. */
    public static final ProblemType TYPE = new ProblemType(ProblemKind.UNKNOWN_TYPE, "media-type", TITLE);

    /** It is larger than the {@code most} bytes that are taken. */
    public static final ProblemType TOO_BIG = new ProblemType(ProblemKind.TOO_LARGE, "media-too-big", TITLE);

    /** All files together are as many as the organisation may have. */
    public static final ProblemType NO_ROOM =
            new ProblemType(ProblemKind.NO_ROOM, "media-no-room", "There is no room for more files");

    private MediaProblems() {}

    /** Whether it is the file that can't be used, wherever it was to go. */
    public static boolean ofTheFile(Problem problem) {
        return problem.is(EMPTY) || problem.is(TYPE) || problem.is(TOO_BIG);
    }
}
