package com.qliento.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.rules.feel.Expressions;
import java.util.Map;
import java.util.Objects;
import javax.script.ScriptContext;
import javax.script.ScriptException;
import javax.script.SimpleScriptContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FeelLanguageTest {

    @Test
    void a_condition_sees_the_values_of_its_process_s_kind() throws ScriptException {
        var chat = new Values(ProcessKind.CHAT, Map.of("who", "customer"));
        var privacy = new Values(ProcessKind.PRIVACY, Map.of("who", "case"));

        assertThat(holds("who = \"case\"", "privacy-a", chat, privacy)).isEqualTo(true);
        assertThat(holds("who = \"customer\"", "qliento-flow-a", chat, privacy)).isEqualTo(true);
        assertThat(holds("who = \"customer\"", "qliento-try-a", privacy, chat)).isEqualTo(true);
    }

    @Test
    void a_process_whose_kind_has_no_values_is_given_none_of_another_s() {
        var chat = new Values(ProcessKind.CHAT, Map.of("who", "customer"));

        assertThatThrownBy(() -> holds("who = \"customer\"", "privacy-a", chat))
                .isInstanceOf(IllegalStateException.class);
    }

    private record Values(ProcessKind kind, Map<String, Object> known) implements ExpressionValues {

        @Override
        public Map<String, Object> of(DelegateExecution execution) {
            return known;
        }
    }

    private static Object holds(String condition, String processKey, Values... values) throws ScriptException {
        var beans = new StaticListableBeanFactory();
        for (var one : values) {
            beans.addBean(one.kind().name(), one);
        }
        var definition = new ProcessDefinitionEntity();
        definition.setKey(processKey);
        var execution = new ExecutionEntity();
        execution.setProcessDefinition(definition);
        var context = new SimpleScriptContext();
        context.getBindings(ScriptContext.ENGINE_SCOPE).put("execution", execution);
        var language = new FeelLanguage(new Expressions(), beans.getBeanProvider(ExpressionValues.class));
        return Objects.requireNonNull(language.getScriptEngine("feel", false)).eval(condition, context);
    }
}
