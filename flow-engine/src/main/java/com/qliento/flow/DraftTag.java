package com.qliento.flow;

import com.qliento.problem.Problem;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The entity tag of a draft (RFC 9110): its revision. */
final class DraftTag {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private DraftTag() {}

    static String of(FlowDraft draft) {
        return "\"" + draft.revision() + "\"";
    }

    /** The revision that {@code If-Match} names; null when there is none, or a star. */
    static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", "If-Match has one entity tag as 'ETag' gave it, for example \"7\".");
        }
        return Long.valueOf(tag.group(1));
    }

    /** Does it; a draft of another revision than {@code If-Match} named is a failed precondition. */
    static <T> T guarded(@Nullable String ifMatch, Supplier<T> what) {
        try {
            return what.get();
        } catch (Problem problem) {
            throw revision(ifMatch) != null && problem.code().equals(FlowDrafts.CHANGED) ? failed(problem) : problem;
        }
    }

    private static Problem failed(Problem changed) {
        var failed = new Problem(
                HttpStatus.PRECONDITION_FAILED, changed.code(), changed.title(), String.valueOf(changed.getMessage()));
        changed.more().forEach(failed::with);
        return failed;
    }
}
