package com.qliento.transcript;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list; null lets all through.
 *
 * @param flow key of the flow that runs
 * @param definitionId of the version that runs
 * @param element where it stands on its flow's diagram
 * @param state free, asking or busy
 * @param phone of the contact, as somebody wrote it; the whole number, since it is looked up by a blind index
 */
public record ConversationFilter(
        @Nullable String flow,
        @Nullable String definitionId,
        @Nullable String element,
        @Nullable String state,
        @Nullable String phone) {

    /** Lets all through. */
    public static final ConversationFilter ALL = new ConversationFilter(null, null, null, null, null);

    @Override
    public String toString() {
        return "ConversationFilter";
    }
}
