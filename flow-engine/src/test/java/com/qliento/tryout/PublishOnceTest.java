package com.qliento.tryout;

import static com.qliento.tryout.Drafts.ALEX;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowDrafts;
import com.qliento.flow.FlowPublishing;
import com.qliento.flow.FlowReview;
import com.qliento.media.Bytes;
import com.qliento.media.MediaFiles;
import com.qliento.media.MediaFlow;
import com.qliento.ruleset.DecisionCases;
import com.qliento.ruleset.DecisionDrafts;
import com.qliento.ruleset.DecisionPublishing;
import com.qliento.ruleset.Models;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What publishing asks of the database: a draft of megabytes is read once, and checked once. */
class PublishOnceTest {

    private static final String READ = "SELECT * FROM draft WHERE";

    /** A check asks for the organisation's files once, when the flow sends one. */
    private static final String CHECKED = "FROM media_file ORDER BY";

    private final Scene scene = Scene.shared();
    private final Actor owner = new Actor("owner", Drafts.demo(scene), Role.OWNER);

    @Test
    void a_flow_with_test_cases_is_read_once_and_checked_once() {
        var picture = scene.bean(MediaFiles.class).upload(Drafts.builder(scene), "once.png", Bytes.picture());
        var flow = MediaFlow.bpmn(
                "Once", "once board", "image", "file", picture.id().toString());
        scene.bean(FlowDrafts.class).overwrite(owner, "once-board", flow.getBytes(StandardCharsets.UTF_8));
        var say = List.of(CaseStep.say("once board"), CaseStep.reply("*", List.of()));
        scene.bean(FlowCases.class).add(owner, "once-board", "picture", ALEX, say);
        assertThat(asked(() -> scene.bean(FlowReview.class).check(owner, "once-board")))
                .as("one check")
                .filteredOn(sql -> sql.contains(CHECKED))
                .hasSize(1);

        var asked = asked(() -> scene.bean(FlowPublishing.class).publish(owner, "once-board", ""));

        assertThat(asked).filteredOn(sql -> sql.contains(READ)).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains(CHECKED)).hasSize(1);
    }

    @Test
    void a_table_with_test_cases_is_read_once() {
        scene.bean(DecisionDrafts.class)
                .overwrite(owner, "once", Models.discount(10).getBytes(StandardCharsets.UTF_8));
        scene.bean(DecisionCases.class).add(owner, "once", "small", Map.of("total", 5, "kind", "new"), Map.of());

        var asked = asked(() -> scene.bean(DecisionPublishing.class).publish(owner, "once", ""));

        assertThat(asked).filteredOn(sql -> sql.contains(READ)).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains("FROM ruleset_case")).isNotEmpty();
    }

    /** What this thread asks the database for meanwhile. */
    private static List<String> asked(Runnable does) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var before = logger.getLevel();
        logger.setAdditive(false);
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        try {
            does.run();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(heard);
            logger.setAdditive(true);
        }
        var me = Thread.currentThread().getName();
        return List.copyOf(heard.list).stream()
                .filter(event -> event.getThreadName().equals(me))
                .map(event -> event.getFormattedMessage().replaceAll("\\s+", " "))
                .toList();
    }
}
