package com.qliento.engine;

import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Finds a definition that is in memory without asking the database first. The engine asks in each command because a
 * definition could have been suspended; here none ever is: a definition is published once and never changes.
 */
class KnownDefinitions extends DeploymentCache {

    KnownDefinitions(CacheFactory caches, int capacity) {
        super(caches, capacity);
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
        var known = findProcessDefinitionFromCache(id);
        return known != null ? known : super.findDeployedProcessDefinitionById(id);
    }
}
