package com.qliento.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts a flow on a number.
 *
 * @param keyword normalised; null for any message that starts nothing else
 * @param starts the flow that gets the message
 * @param without flows that answer to the same on this number and do not get it, the next in line first
 */
public record FlowStart(@Nullable String keyword, LiveFlow starts, List<LiveFlow> without) {}
