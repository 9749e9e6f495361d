package com.qliento.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an organisation's data, until when and why.
 *
 * @param categories what ends by itself today
 * @param messageDays how many days the organisation wants messages kept; null for as long as the platform does
 * @param due what the next sweep would end if it came now
 * @param runs what the last sweeps did, newest first
 */
public record Kept(List<Category> categories, @Nullable Integer messageDays, Due due, List<RetentionRun> runs) {

    /**
     * A kind of data.
     *
     * @param category message (with the answers in them) or trace (with records of calls)
     * @param days times 24 hours that it is kept
     * @param mostDays as many as the platform keeps it
     * @param rule id of the rule that decides
     * @param sentence what that says
     * @param source where that is from
     */
    public record Category(String category, long days, long mostDays, String rule, String sentence, String source) {}

    /**
     * A run that is only thought of.
     *
     * @param hours keys of hours that would be destroyed
     * @param days of tables, of all organisations, that would be dropped
     */
    public record Due(int hours, int days) {}
}
