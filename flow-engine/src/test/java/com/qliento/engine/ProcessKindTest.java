package com.qliento.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import com.qliento.scene.EngineRows;
import com.qliento.scene.PrivacyProcess;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

/** What a running engine makes of a process of each kind. */
class ProcessKindTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();

    @Test
    void all_that_a_case_of_an_organisation_went_through_is_kept() {
        try (var process = new PrivacyProcess(scene, DEMO)) {
            var instance = process.start(UUID.randomUUID());
            goesThroughAll(instance);

            assertThat(new EngineRows(scene).tablesWith("act_hi_", instance))
                    .containsExactly(
                            "act_hi_actinst",
                            "act_hi_identitylink",
                            "act_hi_incident",
                            "act_hi_job_log",
                            "act_hi_procinst",
                            "act_hi_taskinst",
                            "act_hi_varinst");
        }
    }

    @Test
    void what_is_kept_of_a_case_is_to_go_three_years_after_it_began() {
        try (var process = new PrivacyProcess(scene, DEMO)) {
            var instance = process.start(UUID.randomUUID());

            var kept = scene.bean(HistoryService.class)
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();

            assertThat(Duration.between(
                            kept.getStartTime().toInstant(),
                            kept.getRemovalTime().toInstant()))
                    .isEqualTo(Duration.ofDays(1095));
        }
    }

    @Test
    void what_is_kept_of_a_case_goes_by_itself_in_the_night_after_its_time_is_up() {
        try (var process = new PrivacyProcess(scene, DEMO)) {
            var old = process.start(UUID.randomUUID());
            var young = process.start(UUID.randomUUID());
            goesThroughAll(old);
            goesThroughAll(young);
            var rows = new EngineRows(scene);
            var kept = rows.tablesWith("act_", old);
            kept.forEach(table -> beganThreeYearsAgo(table, old));
            cleanUpIsDueBy(scene.clock().instant());

            scene.passes(untilTomorrowNight());

            Awaitility.await("the clean-up, of which the job executor may have taken a part")
                    .untilAsserted(
                            () -> assertThat(rows.tablesWith("act_", old)).isEmpty());
            assertThat(rows.tablesWith("act_", young)).isEqualTo(kept);
            assertThat(cleanUpAt().getHour()).isBetween(1, 4);
        }
    }

    @Test
    void a_process_of_no_kind_is_not_deployed() {
        assertThatThrownBy(() -> new PrivacyProcess(scene, DEMO, "other").close())
                .hasStackTraceContaining("that of no kind");
    }

    private void goesThroughAll(String instance) {
        fails(instance);
        scene.bean(ManagementService.class).executeJob(job(instance));
        decide(instance);
    }

    private void beganThreeYearsAgo(String table, String instance) {
        var changed = scene.jdbc()
                .sql("UPDATE " + table + " SET removal_time_ = removal_time_ - interval '1095 days 1 minute'"
                        + " WHERE root_proc_inst_id_ = ?")
                .param(instance)
                .update();
        assertThat(changed).as(table).isPositive();
    }

    /** Half past two of the next day: in the night wherever in this one the clock stands. */
    private Duration untilTomorrowNight() {
        var now = scene.clock().instant().atOffset(ZoneOffset.UTC);
        return Duration.between(
                now, now.truncatedTo(ChronoUnit.DAYS).plusDays(1).plusMinutes(150));
    }

    /** The engine has one clock for all scenes: under that of one days ahead, the clean-up was put off as many days. */
    private void cleanUpIsDueBy(Instant now) {
        var history = scene.bean(HistoryService.class);
        if (cleanUpAt().toInstant().isAfter(now.plus(Duration.ofDays(1)))) {
            history.cleanUpHistoryAsync(false);
        }
    }

    private OffsetDateTime cleanUpAt() {
        var jobs = scene.bean(HistoryService.class).findHistoryCleanupJobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0).getDuedate().toInstant().atOffset(ZoneOffset.UTC);
    }

    private void fails(String instance) {
        scene.bean(ManagementService.class).setJobRetries(job(instance), 0);
    }

    private String job(String instance) {
        return scene.bean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void decide(String instance) {
        var tasks = scene.bean(TaskService.class);
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }
}
