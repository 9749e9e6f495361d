package com.qliento.rules.decision;

import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table whose conditions were met.
 *
 * @param decision name of the decision or function that holds the table
 * @param row from 1
 * @param rule id of the row in the file, null when it has none
 * @param counted whether the hit policy took its outputs
 */
public record MatchedRow(String decision, int row, @Nullable String rule, boolean counted) {}
