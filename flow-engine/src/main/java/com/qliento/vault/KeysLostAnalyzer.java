package com.qliento.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints {@link KeysLost} as Spring Boot's short failure report. */
class KeysLostAnalyzer extends AbstractFailureAnalyzer<KeysLost> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysLost cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
