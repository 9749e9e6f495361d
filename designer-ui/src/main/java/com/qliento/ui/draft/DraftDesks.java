package com.qliento.ui.draft;

import com.qliento.draft.Drafts;
import com.qliento.draft.Versions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes desks: whatever is drafted, people see who did what and when, and who else is at it. */
@Component
public class DraftDesks {

    private final Authors authors;
    private final DraftWatch watch;
    private final Clock clock;

    DraftDesks(Authors authors, DraftWatch watch, Clock clock) {
        this.authors = authors;
        this.watch = watch;
        this.clock = clock;
    }

    /** A desk for drafts of one kind. */
    public DraftDesk of(
            Drafts drafts, Versions versions, DraftReview review, DraftComparing comparing, DraftWords words) {
        return new DraftDesk(drafts, versions, review, comparing, words, authors, watch, clock);
    }
}
