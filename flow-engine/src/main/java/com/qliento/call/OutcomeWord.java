package com.qliento.call;

/** An outcome as it is recorded: a fixed word, nothing of what was said. */
record OutcomeWord(String code, boolean trouble) {

    static OutcomeWord of(CallOutcome outcome) {
        return outcome.accept(new CallOutcome.Cases<>() {
            @Override
            public OutcomeWord answered(CallOutcome.Answered answer) {
                return new OutcomeWord("answered", false);
            }

            @Override
            public OutcomeWord failed(CallOutcome.Failed failure) {
                return new OutcomeWord(failure.code(), failure.trouble());
            }

            @Override
            public OutcomeWord timedOut(CallOutcome.TimedOut outcome) {
                return new OutcomeWord("timed-out", true);
            }

            @Override
            public OutcomeWord notAllowed(CallOutcome.NotAllowed refusal) {
                return new OutcomeWord(refusal.rule(), false);
            }

            @Override
            public OutcomeWord again(CallOutcome.Again later) {
                return new OutcomeWord(later.code(), true);
            }
        });
    }
}
