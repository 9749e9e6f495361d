package com.qliento.engine;

import com.qliento.rules.feel.Expressions;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Answers Camunda's question for a script engine: FEEL, on Drools, and no other language whatever is on the class path. */
@Component
class FeelLanguage implements ScriptEngineResolver {

    static final String NAME = "feel";

    private final FeelScriptEngine engine;

    FeelLanguage(Expressions expressions, ObjectProvider<ExpressionValues> values) {
        this.engine = new FeelScriptEngine(expressions, values);
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new UnsupportedOperationException("FEEL is the only language");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return NAME.equalsIgnoreCase(language) ? engine : null;
    }
}
