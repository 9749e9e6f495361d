package com.qliento.rules.decision;

import java.util.List;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.impl.DMNRuntimeKB;

/** A single model, as the engine asks for models. */
record ModelBase(DMNModel model) implements DMNRuntimeKB {

    @Override
    public List<DMNModel> getModels() {
        return List.of(model);
    }

    @Override
    public @Nullable DMNModel getModel(String namespace, String modelName) {
        return model.getNamespace().equals(namespace) && model.getName().equals(modelName) ? model : null;
    }

    @Override
    public @Nullable DMNModel getModelById(String namespace, String modelId) {
        return null;
    }

    @Override
    public List<DMNProfile> getProfiles() {
        return List.of();
    }

    @Override
    public List<DMNRuntimeEventListener> getListeners() {
        return List.of();
    }

    @Override
    public ClassLoader getRootClassLoader() {
        return ModelBase.class.getClassLoader();
    }

    @Override
    public InternalKnowledgeBase getInternalKnowledgeBase() {
        throw new UnsupportedOperationException("a decision model has no rules of the other kind");
    }
}
