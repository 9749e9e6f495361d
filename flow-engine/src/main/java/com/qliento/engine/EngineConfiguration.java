package com.qliento.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The only place where the engine is configured. */
@Component
@Order(org.camunda.bpm.spring.boot.starter.configuration.Ordering.DEFAULT_ORDER + 1)
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private static final int DEFINITIONS_IN_MEMORY = 1_000;

    /** Pauses before a timer's step that failed is tried again, as the inbox makes them for a message's. */
    private static final String RETRIES = "PT1S,PT5S,PT20S,PT1M";

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
        var history = new PrivacyOnlyHistory();
        engine.setCustomHistoryLevels(List.of(history));
        engine.setHistoryLevel(history);
        engine.setHistoryTimeToLive("P30D");
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
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.addAll(List.copyOf(parseListeners.orderedStream().toList()));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
