package com.qliento.ui.draft;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with drafts of one kind, in somebody's language. */
public interface DraftReview {

    /**
     * Something that is wrong.
     *
     * @param error whether it keeps the draft from being published
     * @param place the id of what it is about, for the board to show; null for the whole
     * @param called how that is called; null when it has no name
     */
    record Found(
            String message,
            boolean error,
            @Nullable String place,
            @Nullable String called) {}

    /** What is wrong with the draft, errors first. */
    List<Found> check(Actor actor, Draft draft, Locale language);

    /** Why a file can't be kept; empty when it can. */
    Optional<String> refusal(byte[] content, Locale language);
}
