package com.qliento.transcript;

import com.qliento.flow.FlowVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way a conversation went through a flow.
 *
 * @param version whose diagram it went through; null when no flow took what was written
 * @param standsAt where it stands now; null when the flow has ended
 * @param steps oldest first
 */
public record ConversationPath(
        @Nullable FlowVersion version, @Nullable String standsAt, List<PathStep> steps) {}
