package com.qliento.rules.sheet;

import java.util.Set;

/**
 * A model that is one decision by one table.
 *
 * @param decision name of the decision
 * @param inputs names of its input data
 * @param ids all ids of the file
 */
record PlainModel(String decision, Set<String> inputs, Set<String> ids, PlainTable table) {}
