package com.qliento.engine;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** What {@link javax.script} asks about a language; only the name and the threading matter here. */
record FeelScriptEngineFactory(ScriptEngine engine) implements ScriptEngineFactory {

    @Override
    public String getEngineName() {
        return FeelLanguage.NAME;
    }

    @Override
    public String getEngineVersion() {
        return "1.3";
    }

    @Override
    public List<String> getExtensions() {
        return List.of(FeelLanguage.NAME);
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of();
    }

    @Override
    public List<String> getNames() {
        return List.of(FeelLanguage.NAME);
    }

    @Override
    public String getLanguageName() {
        return FeelLanguage.NAME;
    }

    @Override
    public String getLanguageVersion() {
        return "1.3";
    }

    @Override
    public @Nullable Object getParameter(String key) {
        return key.equals("THREADING") ? "THREAD-ISOLATED" : null;
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        throw new UnsupportedOperationException("FEEL has no methods");
    }

    @Override
    public String getOutputStatement(String toDisplay) {
        throw new UnsupportedOperationException("FEEL has no output");
    }

    @Override
    public String getProgram(String... statements) {
        throw new UnsupportedOperationException("FEEL has no statements");
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return engine;
    }
}
