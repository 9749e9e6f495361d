package com.qliento.ui.draft;

import com.qliento.draft.Drafts;
import com.qliento.draft.Versions;
import java.time.Clock;

/** All that the screens need to work with drafts of one kind; {@link DraftDesks} makes it. */
public record DraftDesk(
        Drafts drafts,
        Versions versions,
        DraftReview review,
        DraftComparing comparing,
        DraftWords words,
        Authors authors,
        DraftWatch watch,
        Clock clock) {}
