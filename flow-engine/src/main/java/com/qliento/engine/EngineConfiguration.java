package com.qliento.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The only place where the engine is configured. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private static final int DEFINITIONS_IN_MEMORY = 1_000;

    /** Pauses before a timer's step that failed is tried again, as the inbox makes them for a message's. */
    private static final String RETRIES = "PT1S,PT5S,PT20S,PT1M";

    /** The engine wants one of every process before it asks {@link KindListener}, which has the say. */
    private static final String ANY_HISTORY = "P30D";

    /**
     * When the engine looks each day for history whose time is up, by UTC: without a time it never does. Each node may;
     * the job is one for all.
     */
    private static final String CLEAN_UP_FROM = "01:00+0000";

    private static final String CLEAN_UP_TO = "05:00+0000";

    private final FeelLanguage feel;
    private final ObjectProvider<BpmnParseListener> parseListeners;

    EngineConfiguration(FeelLanguage feel, ObjectProvider<BpmnParseListener> parseListeners) {
        this.feel = feel;
        this.parseListeners = parseListeners;
    }

    /** An engine that is given its cache does not give the cache its deployers. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getDeploymentCache().setDeployers(engine.getDeployers());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var history = new HistoryByKind();
        engine.setCustomHistoryLevels(List.of(history));
        engine.setHistoryLevel(history);
        engine.setHistoryTimeToLive(ANY_HISTORY);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
        engine.setHistoryCleanupBatchWindowStartTime(CLEAN_UP_FROM);
        engine.setHistoryCleanupBatchWindowEndTime(CLEAN_UP_TO);
        engine.setScriptEngineResolver(feel);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeploymentCache(new KnownDefinitions(new DefaultCacheFactory(), DEFINITIONS_IN_MEMORY));
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        tellNoWords(engine);
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.addAll(List.copyOf(parseListeners.orderedStream().toList()));
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** A failure may repeat what a customer wrote. Whoever gave the command hears of it, and says what may be said. */
    private static void tellNoWords(ProcessEngineConfigurationImpl engine) {
        var failedJobs = new FailedJobs();
        engine.setFailedJobCommandFactory(failedJobs);
        engine.setHistoryEventProducer(new FailedJobs.Told());
        engine.setEnableCmdExceptionLogging(false);
        ExecuteJobHelper.LOGGING_HANDLER = failedJobs;
        RepeatedTraces.boundThoseOf("org.camunda.bpm.engine.jobexecutor");
    }
}
