package com.qliento.ui.draft;

/**
 * What is said of one kind of drafts and not of another: keys of texts.
 *
 * @param changedBy somebody changed it, by their name
 * @param followed the same, and the newest is shown
 * @param leave what comes of leaving undecided
 * @param broughtBack a kept draft is the draft again
 * @param title of the last question before it is published
 * @param first what the first version does
 * @param replaces what the next version does, by the number of the live one
 * @param warnings how much there is to look at
 * @param more how much more is told elsewhere
 * @param changed it was not published, for somebody saved it meanwhile
 * @param undecided it can't be published, for somebody changed it
 * @param rollBack what making an earlier version live does
 */
public record DraftWords(
        String changedBy,
        String followed,
        String leave,
        String broughtBack,
        String title,
        String first,
        String replaces,
        String warnings,
        String more,
        String changed,
        String undecided,
        String rollBack) {}
