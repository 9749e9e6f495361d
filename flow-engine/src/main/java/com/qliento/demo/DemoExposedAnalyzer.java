package com.qliento.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints {@link DemoExposed} as Spring Boot's short failure report. */
class DemoExposedAnalyzer extends AbstractFailureAnalyzer<DemoExposed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoExposed cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
