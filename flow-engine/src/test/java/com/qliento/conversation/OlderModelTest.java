package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.engine.BlockMarker;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Models in the engine's tables are those of the release that published them; nobody publishes them again. */
class OlderModelTest {

    private static final String OLD_MARKER = "com.qliento.conversation.BlockMarker";

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void a_model_that_names_a_marker_no_release_has_now_runs_as_it_did_for_nothing_looks_the_name_up() {
        new FlowText("older", "older")
                .says("hello", "Hello again")
                .asks("q", "question", "Well?")
                .ends()
                .publish(scene);
        assertThat(becomesOld("qliento-flow-older")).isPositive();

        assertThatThrownBy(() -> Class.forName(OLD_MARKER))
                .as("who looked it up would not find it")
                .isInstanceOf(ClassNotFoundException.class);
        scene.says(customer, "older");

        assertThat(scene.hears(customer, 2)).containsExactly("Hello again", "Well?");
    }

    /** As the release before wrote it; the engine has to read it anew. */
    private int becomesOld(String processKey) {
        var definition = scene.bean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        int changed = scene.bean(JdbcClient.class)
                .sql("""
                        UPDATE act_ge_bytearray
                        SET bytes_ = convert_to(replace(convert_from(bytes_, 'UTF8'), :now, :before), 'UTF8')
                        WHERE deployment_id_ = :deployment AND convert_from(bytes_, 'UTF8') LIKE '%' || :now || '%'""")
                .param("now", BlockMarker.class.getName())
                .param("before", OLD_MARKER)
                .param("deployment", definition.getDeploymentId())
                .update();
        ((ProcessEngineConfigurationImpl) scene.bean(ProcessEngine.class).getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
        return changed;
    }
}
