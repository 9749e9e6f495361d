package com.qliento.ui.draft;

import com.qliento.draft.Drafts;
import com.qliento.draft.Versions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** All that the screens need to work with drafts of one kind. */
public record DraftDesk(
        Drafts drafts,
        Versions versions,
        DraftReview review,
        DraftComparing comparing,
        DraftWords words,
        Office office) {

    /** What drafts of all kinds are worked on with. */
    @Component("draftOffice")
    public record Office(Authors authors, DraftWatch watch, Clock clock) {}
}
