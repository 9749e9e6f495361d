package com.qliento.conversation.answer;

/**
 * An answer as it lies in its conversation's row.
 *
 * @param value what the lock closed up, as text
 * @param flow the flow that asked, for category and purpose
 * @param element the block that asked
 */
public record SealedAnswer(String value, String flow, String element) {}
